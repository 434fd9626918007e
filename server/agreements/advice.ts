import type * as Y from 'yjs'
import { findFindings, findQuestions } from '../../shared/advice/find-findings.ts'
import { appliesTo, type RuleText } from '../../shared/advice/rule-texts.ts'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { AgreementRecord } from '../../shared/agreement/record.ts'
import { addRecord } from '../../shared/document/edit.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { unresolvedPlaceholders } from '../../shared/outline/unresolved-placeholders.ts'
import type { AdviceView } from '../../shared/protocol/endpoints-advice.ts'
import { mayChooseAdvice } from '../access/advice.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import type { AdviceStore } from '../storage/advice.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import { agreementRecord, type CountOpenItems } from './agreement-record.ts'
import type { AkkoordOf } from './akkoord.ts'
import { inTurn } from './in-turn.ts'
import type { Library } from './library.ts'
import type { LiveDocuments } from './live-documents.ts'

export type AdviceParts = {
  store: AdviceStore
  agreements: Pick<AgreementStore, 'maybeAgreement' | 'everybodyIn'>
  documents: Pick<LiveDocuments, 'read' | 'writers' | 'edit'>
  library: Pick<Library, 'catalog' | 'advice'>
  openItems: CountOpenItems
  akkoordOf: AkkoordOf
  clock: () => Date
  /** Tells everybody who is connected that there is something new to fetch. */
  tell: (agreementId: string) => void
}

type Chosen = { slug: string; factsKey: string; reason: string }

/** The advice on an agreement: what the rules find, and what the parties choose about it. Whoever calls takes part. */
export type Advice = ReturnType<typeof createAdvice>

export function createAdvice(parts: AdviceParts) {
  const { store, documents, library, clock, tell } = parts
  const turn = inTurn()
  const view = ({ agreementId }: Participation) => viewOf(parts, agreementId)

  /** Runs a change after those before it in the same agreement, and answers with the advice as it is then. */
  const step = (by: Participation, change: () => Promise<void>): Promise<AdviceView> => {
    if (!mayChooseAdvice(by)) throw new Refusal('not-allowed')
    return turn(by.agreementId, async () => {
      await change()
      tell(by.agreementId)
      return view(by)
    })
  }

  return {
    view,

    /** How many findings have to be solved before anybody agrees or signs, without those that were set aside. */
    toSolve: async (agreementId: string): Promise<number> => {
      const { findings } = await viewOf(parts, agreementId)
      return findings.filter(({ severity, setAside }) => severity === 'error' && setAside === null).length
    },

    /**
     * Sets a finding aside. Throws the refusals `not-allowed`, and `advice-changed` when the agreement has no such finding, or
     * its facts are others than the person looked at.
     */
    setAside: async (by: Participation, { slug, factsKey, reason }: Chosen): Promise<AdviceView> =>
      step(by, async () => {
        const { findings } = await view(by)
        if (!findings.some((each) => each.slug === slug && each.factsKey === factsKey))
          throw new Refusal('advice-changed')
        const at = clock().toISOString()
        await store.addChoice(by.agreementId, { slug, factsKey, reason, personId: by.personId, at })
      }),

    /** Takes up again what was set aside; nothing happens when it was not. Throws a refusal `not-allowed`. */
    takeUp: async (by: Participation, { slug }: { slug: string }): Promise<AdviceView> =>
      step(by, async () => {
        const standing = (await store.choicesOf(by.agreementId)).find((each) => each.slug === slug)
        if (!standing?.reason) return
        const at = clock().toISOString()
        await store.addChoice(by.agreementId, { ...standing, reason: null, personId: by.personId, at })
      }),

    /** Puts the questions that are not there yet into the agreement. Throws a refusal `not-allowed`. */
    askQuestions: async (by: Participation): Promise<AdviceView> =>
      step(by, async () => {
        const missing = await documents.read(by.agreementId, (doc) =>
          questionsMissing(readAgreement(doc).value, library.advice.rules),
        )
        if (missing.length === 0) return
        await documents.edit(by.agreementId, by.personId, (doc) => addQuestions(doc, missing))
      }),
  }
}

/** The slugs of the questions for people that this agreement has no record of yet. */
export function questionsMissing(
  { humanChecks, templateId }: Pick<AgreementBody, 'humanChecks' | 'templateId'>,
  rules: readonly RuleText[],
): string[] {
  const there = new Set(humanChecks.map(({ ruleSlug }) => ruleSlug))
  return rules
    .filter((rule) => rule.check === 'human' && appliesTo(rule, templateId) && !there.has(rule.slug))
    .map(({ slug }) => slug)
}

function addQuestions(doc: Y.Doc, slugs: readonly string[]): void {
  for (const key of slugs) addRecord(doc, 'humanChecks', { key })
}

async function viewOf(
  { store, agreements, documents, library, openItems, akkoordOf }: AdviceParts,
  agreementId: string,
): Promise<AdviceView> {
  const body = await documents.read(agreementId, (doc) => readAgreement(doc).value)
  const stored = await agreements.maybeAgreement(agreementId)
  if (!stored) throw new Refusal('unknown-agreement')
  const people = (await agreements.everybodyIn(agreementId)) as Participation[]
  const writers = await documents.writers(agreementId)
  const empty = unresolvedPlaceholders(body, library.catalog)
  const open = await openItems(agreementId)
  const record = agreementRecord(stored, people, writers, empty, open, await akkoordOf(stored, body))
  const choices = await store.choicesOf(agreementId)
  return adviceOf(body, record, standingChoices(choices, people), library)
}

type Standing = AdviceView['setAside']

function adviceOf(
  body: AgreementBody,
  record: AgreementRecord,
  standing: Standing,
  { catalog, advice }: AdviceParts['library'],
): AdviceView {
  const { openItems, unresolvedPlaceholders, coDrafterPartyIds, clauseAgreements } = record
  const findings = findFindings(body, record, catalog.norms, advice.rules)
  return {
    findings: findings.map((finding) => ({
      ...finding,
      setAside:
        standing.find(({ slug, factsKey }) => slug === finding.slug && factsKey === finding.factsKey) ?? null,
    })),
    questions: findQuestions(body, advice.rules),
    setAside: standing,
    record: { openItems, unresolvedPlaceholders, coDrafterPartyIds, clauseAgreements },
  }
}

function standingChoices(
  choices: Awaited<ReturnType<AdviceStore['choicesOf']>>,
  people: readonly Participation[],
): Standing {
  return choices.flatMap(({ slug, factsKey, reason, personId, at }) => {
    if (reason === null) return []
    const person = people.find((each) => each.personId === personId)
    return [{ slug, factsKey, reason, name: person?.name ?? '', partyId: person?.partyId ?? null, at }]
  })
}
