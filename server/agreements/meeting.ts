import type { z } from 'zod'
import { readAgreement } from '../../shared/document/read.ts'
import type { meetingEndpoints, Unclear } from '../../shared/protocol/endpoints-meeting.ts'
import { describeFound } from '../../shared/support/message.ts'
import { mayClearUnclear } from '../access/meeting.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import { keyedHashOfSecret } from '../access/secret.ts'
import type { MeetingStore } from '../storage/meeting.ts'
import type { LiveDocuments } from './live-documents.ts'

export type MeetingParts = {
  store: MeetingStore
  documents: Pick<LiveDocuments, 'read'>
  /** Keys what is kept of who does not understand something; see `SESSION_SECRET`. */
  sessionSecret: string
  tell: (agreementId: string) => void
}

export type UnclearChange = z.output<(typeof meetingEndpoints)['markUnclear']['body']>

/** Whose mark, and where. */
type Who = { agreementId: string; articleId: string; personId: string }

/**
 * Who does not understand an article says so without a name: what is kept is a keyed hash of person and place, so that everybody counts once and can
 * take it back, and nobody can read who it was. It is no act, and no log has it.
 */
export type Meeting = ReturnType<typeof createMeeting>

export function createMeeting({ store, documents, sessionSecret, tell }: MeetingParts) {
  // The names can hold no such sign, so no two of these are the same text.
  const hashOf = ({ agreementId, articleId, personId }: Who) =>
    keyedHashOfSecret(`unclear:${[agreementId, articleId, personId].join('\n')}`, sessionSecret)

  async function unclearIn(agreementId: string, personId: string): Promise<Unclear[]> {
    const counted = new Map<string, Unclear>()
    for (const { articleId, whoHash } of await store.marksOf(agreementId)) {
      const known = counted.get(articleId) ?? { articleId, count: 0, mine: false }
      const isMine = whoHash === hashOf({ agreementId, articleId, personId })
      counted.set(articleId, { articleId, count: known.count + 1, mine: known.mine || isMine })
    }
    return [...counted.values()]
  }

  return {
    /** The articles that somebody does not understand, each with how many they are. */
    list: ({ agreementId, personId }: Participation): Promise<Unclear[]> => unclearIn(agreementId, personId),

    /** Keeps or takes back that the caller does not understand an article. Throws the refusal `malformed-request` for one that there is not. */
    async mark(participation: Participation, { articleId, unclear }: UnclearChange): Promise<Unclear> {
      const { agreementId, personId } = participation
      const mark = { articleId, whoHash: hashOf({ agreementId, articleId, personId }) }
      if (unclear) {
        await checkPlace(documents, agreementId, articleId)
        await store.addMark(agreementId, mark)
      } else await store.removeMark(agreementId, mark)
      tell(agreementId)
      const all = await unclearIn(agreementId, personId)
      return all.find((one) => one.articleId === articleId) ?? { articleId, count: 0, mine: false }
    },

    /** Takes away all marks at an article. Throws the refusal `not-allowed` for who does not lead. */
    async clear(participation: Participation, articleId: string): Promise<void> {
      if (!mayClearUnclear(participation)) throw new Refusal('not-allowed')
      const { agreementId } = participation
      if ((await store.clearMarks(agreementId, articleId)) > 0) tell(agreementId)
    },

    /** The articles that a person does not understand, over all agreements they are in, for that person. */
    async unclearTo(personId: string): Promise<{ agreementId: string; articleId: string }[]> {
      const found: { agreementId: string; articleId: string }[] = []
      for (const agreementId of await store.agreementsOf(personId))
        for (const { articleId, mine } of await unclearIn(agreementId, personId))
          if (mine) found.push({ agreementId, articleId })
      return found
    },

    /** Takes away what a person said in an agreement that they leave. */
    async forget(agreementId: string, personId: string): Promise<void> {
      const mine = (await unclearIn(agreementId, personId)).filter((one) => one.mine)
      for (const { articleId } of mine)
        await store.removeMark(agreementId, {
          articleId,
          whoHash: hashOf({ agreementId, articleId, personId }),
        })
      if (mine.length > 0) tell(agreementId)
    },
  }
}

async function checkPlace(
  documents: MeetingParts['documents'],
  agreementId: string,
  articleId: string,
): Promise<void> {
  const isThere = await documents.read(agreementId, (doc) => {
    const { articles, annexes } = readAgreement(doc).value
    return [...articles, ...annexes].some(({ id }) => id === articleId)
  })
  if (isThere) return
  const expected = 'the id of an article or annex'
  const message = { path: 'articleId', reason: 'unknown_section', expected, found: describeFound(articleId) }
  throw new Refusal('malformed-request', [message])
}
