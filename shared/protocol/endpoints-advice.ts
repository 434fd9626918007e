import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const agreementId = z.object({ id: z.string().min(1).max(80) })
const slug = z.string().min(1).max(80)
const factsKey = z.string().min(1).max(80)

/** The length of a reason why an advice is set aside. */
export const REASON_LENGTH = 500

/** An advice that the parties chose not to follow: it stays aside while its facts have the same key. */
export const setAside = z.object({
  slug: z.string(),
  factsKey: z.string(),
  reason: z.string(),
  name: z.string(),
  partyId: z.string().nullable(),
  at: z.string(),
})
export type SetAside = z.infer<typeof setAside>

const finding = z.object({
  slug: z.string(),
  severity: z.enum(['error', 'warning', 'advice']),
  phase: z.enum(['draft', 'before_agreement', 'before_signing']),
  /** What offends: ids of records, or words for places. */
  items: z.array(z.string()),
  articleKeys: z.array(z.string()),
  /** Dotted addresses where it is mended. */
  targets: z.array(z.string()),
  factsKey: z.string(),
  /** True for a question that people answer together. */
  isHuman: z.boolean(),
})

/** What the server keeps that the advice looks at, besides the text itself. */
const record = z.object({
  openItems: z.object({ comments: z.number().int(), proposals: z.number().int() }),
  unresolvedPlaceholders: z.array(z.string()),
  coDrafterPartyIds: z.array(z.string()),
  clauseAgreements: z.array(
    z.object({
      key: z.string(),
      partyId: z.string(),
      state: z.enum(['none', 'agreed', 'agreed_with_concern', 'objection']),
      version: z.number().int(),
    }),
  ),
})

export const adviceView = z.object({
  /** All that the rules find now; `setAside` is null for what is open. */
  findings: z.array(finding.extend({ setAside: setAside.nullable() })),
  /** Questions that the parties have not answered together yet. */
  questions: z.array(finding),
  /** The newest choice per rule, also where the facts are others now. */
  setAside: z.array(setAside),
  record,
})
export type AdviceView = z.infer<typeof adviceView>

const reading = ['not-signed-in', 'not-allowed', 'unknown-agreement'] as const
const writing = [...reading, 'malformed-request', 'wrong-origin', 'cannot-keep', 'too-many-requests'] as const
const success = { status: 200, body: adviceView } as const

export const adviceEndpoints = {
  getAdviceTexts: endpoint({
    name: 'getAdviceTexts',
    method: 'GET',
    path: '/api/v1/advice',
    summary: 'The words of the advice: conditions, pitfalls and rules',
    access: 'public',
    success: { status: 200, body: z.record(z.string(), z.unknown()) },
    problems: [],
  }),
  getAdvice: endpoint({
    name: 'getAdvice',
    method: 'GET',
    path: '/api/v1/agreements/:id/advice',
    summary: 'What the rules find in an agreement, and what the parties set aside with a reason',
    access: 'agreement',
    params: agreementId,
    success,
    problems: reading,
  }),
  setAdviceAside: endpoint({
    name: 'setAdviceAside',
    method: 'POST',
    path: '/api/v1/agreements/:id/advice/set-aside',
    summary: 'Set an advice aside with a reason; it returns when its facts change',
    access: 'agreement',
    params: agreementId,
    body: z.object({ slug, factsKey, reason: z.string().trim().min(1).max(REASON_LENGTH) }),
    success,
    problems: [...writing, 'advice-changed'],
  }),
  takeUpAdvice: endpoint({
    name: 'takeUpAdvice',
    method: 'POST',
    path: '/api/v1/agreements/:id/advice/take-up',
    summary: 'Take up an advice again that was set aside',
    access: 'agreement',
    params: agreementId,
    body: z.object({ slug }),
    success,
    problems: writing,
  }),
  askQuestions: endpoint({
    name: 'askQuestions',
    method: 'POST',
    path: '/api/v1/agreements/:id/advice/questions',
    summary: 'Put the questions that only people can answer into the agreement, where they are not yet',
    access: 'agreement',
    params: agreementId,
    success,
    problems: writing,
  }),
} as const
