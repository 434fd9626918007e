import { isYes, needsAnotherLook } from '../../../shared/agreement/consent.ts'
import type { Consent, ConsentsView } from '../../../shared/protocol/endpoints-consents.ts'
import type { OpenPoint } from '../../../shared/protocol/endpoints-open-points.ts'
import type { DecidedProposal, ProposalsView } from '../../../shared/protocol/endpoints-proposals.ts'
import type { OutlineEntry } from '../agreement/overview-of.ts'

/** What the end of a meeting is made of. */
export type WrapUpSources = {
  /** Articles and annexes in their order. */
  entries: readonly OutlineEntry[]
  /** The parties that take part now. */
  partyIds: readonly string[]
  consents: ConsentsView
  points: readonly OpenPoint[]
  proposals: ProposalsView
  /** The day it is here (`YYYY-MM-DD`), of a moment. */
  dayOf: (moment: string) => string
  today: string
}

/** A reason that a party gave with an article. */
export type Said = { entry: OutlineEntry; consent: Consent }

/** The end of a meeting, in the order in which it is read aloud. */
export type WrapUp = {
  /** Articles on which all parties say yes to the words of now. */
  agreed: OutlineEntry[]
  /** What parties said yes to today, of the words of now, where not all agree yet. */
  saidToday: Said[]
  /** Proposals that were accepted or rejected today. */
  decidedToday: DecidedProposal[]
  objections: Said[]
  concerns: Said[]
  /** Articles that became others after a party had said something of them. */
  lookAgain: OutlineEntry[]
  /** How many articles not all parties have said yes to. */
  notAgreed: number
  /** Proposals on which nobody has decided yet. */
  undecided: number
  /** What is still to be done: first what has a day, the soonest first; of those alike, what nobody does yet first. */
  toDo: OpenPoint[]
}

/** Puts together what was decided, what is open and who does what by when. Pure. */
export function wrapUpOf(sources: WrapUpSources): WrapUp {
  const { entries, partyIds, points, proposals, dayOf, today } = sources
  const standing = standingOf(sources)
  const agreed = entries.filter(({ id }) => {
    const yes = standing.filter(({ entry, consent }) => entry.id === id && isYes(consent.state))
    return partyIds.length > 0 && partyIds.every((party) => yes.some((one) => one.consent.partyId === party))
  })
  const isAgreed = new Set(agreed.map(({ id }) => id))
  const fallen = fallenIn(sources)
  return {
    agreed,
    saidToday: standing.filter(
      ({ entry, consent }) => !isAgreed.has(entry.id) && isYes(consent.state) && dayOf(consent.at) === today,
    ),
    decidedToday: proposals.decided.filter(({ decidedAt }) => dayOf(decidedAt) === today),
    objections: standing.filter(({ consent }) => consent.state === 'objection'),
    concerns: standing.filter(({ consent }) => consent.state === 'agreed_with_concern'),
    lookAgain: entries.filter(({ id }) => fallen.has(id)),
    notAgreed: entries.length - agreed.length,
    undecided: proposals.open.length,
    toDo: points.filter(({ done }) => done === null).sort(bySoonest),
  }
}

/** What holds of what parties said: of the words of now, by parties that are still in it; in the order of the text. */
function standingOf({ entries, partyIds, consents }: WrapUpSources): Said[] {
  const hashOf = hashesOf(consents)
  return entries.flatMap((entry) =>
    consents.consents
      .filter((one) => one.articleId === entry.id && partyIds.includes(one.partyId))
      .filter((one) => one.state !== 'none' && !needsAnotherLook(one, hashOf(entry.id)))
      .map((consent) => ({ entry, consent })),
  )
}

function fallenIn({ partyIds, consents }: WrapUpSources): Set<string> {
  const hashOf = hashesOf(consents)
  const fallen = consents.consents.filter(
    (one) => partyIds.includes(one.partyId) && needsAnotherLook(one, hashOf(one.articleId)),
  )
  return new Set(fallen.map(({ articleId }) => articleId))
}

function hashesOf({ articles }: ConsentsView): (articleId: string) => string | null {
  const hashes = new Map(articles.map(({ id, hash }) => [id, hash]))
  return (articleId) => hashes.get(articleId) ?? null
}

/** Days as text stand in their order; what has none stands behind all of them. */
function bySoonest(one: OpenPoint, other: OpenPoint): number {
  const [day, otherDay] = [one.due ?? '~', other.due ?? '~']
  if (day !== otherDay) return day < otherDay ? -1 : 1
  return Number(one.owner !== null) - Number(other.owner !== null)
}
