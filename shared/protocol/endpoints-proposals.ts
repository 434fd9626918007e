import { z } from 'zod'
import { proposedChange } from '../agreement/proposed-change.ts'
import { hand } from '../agreement/returned-change.ts'
import { endpoint } from './endpoint.ts'

/** Who may accept and reject: somebody of another party than who proposed it, or who leads the agreement. */
export const DECIDED_BY = ['other-party', 'facilitator'] as const
export type DecidedBy = (typeof DECIDED_BY)[number]

/** How many proposals are decided at once, how many decided ones are told, and how much of their words (signs). */
export const PROPOSAL_BOUNDS = { atOnce: 200, told: 300, words: 4000, open: 2000 } as const

const agreementId = z.object({ id: z.string().min(1).max(80) })
/** Made by who asks, at random: a command that is sent again does nothing twice. */
const newId = z.string().regex(/^[A-Za-z0-9_-]{16,40}$/)
const proposalId = z.string().min(1).max(80)

const person = z.object({ personId: z.string(), name: z.string(), partyId: z.string().nullable() })

/** What somebody saw of proposed words when they decided. */
const seenWords = z.object({ inserted: z.string().max(200_000), deleted: z.string().max(200_000) })

/** Words in a text, or a change as data with what stood there. */
const proposed = z.discriminatedUnion('kind', [
  seenWords.extend({
    kind: z.literal('words'),
    /** What stands around it. */
    before: z.string(),
    after: z.string(),
  }),
  z.object({ kind: z.literal('change'), change: proposedChange, base: z.unknown() }),
])
export type Proposed = z.infer<typeof proposed>

const told = {
  id: z.string(),
  /** The article or annex it is in; null for a fact or a row, and for a new article. */
  place: z.string().nullable(),
  /** Everybody who wrote in it. */
  authors: z.array(person),
  /** When it was first kept; null when that was too long ago to find. */
  at: z.string().nullable(),
  /** Whom a Word file names for it that its author brought back. */
  accordingTo: z.array(hand).default([]),
  what: proposed,
}

export const openProposal = z.object({
  ...told,
  /** False when what it is about says something else by now: it can not be accepted as it is. */
  stands: z.boolean(),
  /** What stands there now where `stands` is false; null when nothing does. */
  now: z.unknown(),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
})
export type OpenProposal = z.infer<typeof openProposal>

export const decidedProposal = z.object({
  ...told,
  outcome: z.enum(['accept', 'reject']),
  decidedBy: person,
  decidedAt: z.string(),
  mayReopen: z.boolean(),
})
export type DecidedProposal = z.infer<typeof decidedProposal>

export const proposalRules = z.object({
  decidedBy: z.enum(DECIDED_BY),
  /** True: taking out a paragraph of another becomes a proposal by itself. */
  guardsParagraphs: z.boolean(),
})
export type ProposalRules = z.infer<typeof proposalRules>

export const proposalsView = z.object({
  rules: proposalRules,
  /** In the order of the text, then those as data, the oldest first. */
  open: z.array(openProposal),
  /** The newest first. */
  decided: z.array(decidedProposal),
})
export type ProposalsView = z.infer<typeof proposalsView>

export const wantedDecision = z.object({
  decisionId: newId,
  proposalId,
  /** For words: the article or annex they are in. */
  place: z.string().min(1).max(80).nullable(),
  outcome: z.enum(['accept', 'reject']),
  /** For words: what stood on the screen. One decides on exactly what one saw. */
  seen: seenWords.nullable(),
})
export type WantedDecision = z.infer<typeof wantedDecision>

/** What came of it. `already`: somebody else decided the same before. */
export const DECISION_RESULTS = ['done', 'already', 'changed-meanwhile', 'not-open', 'not-allowed'] as const
export type DecisionResult = (typeof DECISION_RESULTS)[number]

const reading = ['not-signed-in', 'not-allowed', 'unknown-agreement'] as const
const changing = [
  ...reading,
  'malformed-request',
  'wrong-origin',
  'too-many-requests',
  'cannot-keep',
] as const

/** Proposals: what somebody would have otherwise in the agreement, and what others decide about it. */
export const proposalEndpoints = {
  getProposals: endpoint({
    name: 'getProposals',
    method: 'GET',
    path: '/api/v1/agreements/:id/proposals',
    summary: 'What is proposed in the text and beside it, by whom, and what was decided',
    access: 'agreement',
    params: agreementId,
    success: { status: 200, body: proposalsView },
    problems: reading,
  }),
  makeProposal: endpoint({
    name: 'makeProposal',
    method: 'POST',
    path: '/api/v1/agreements/:id/proposals',
    summary: 'Propose a paragraph, an article, a row or a fact; the same id again does nothing twice',
    access: 'agreement',
    params: agreementId,
    body: z.object({ id: newId, change: proposedChange }),
    success: { status: 201, body: proposalsView },
    problems: [...changing, 'changed-meanwhile', 'too-many-proposals'],
  }),
  decideProposals: endpoint({
    name: 'decideProposals',
    method: 'POST',
    path: '/api/v1/agreements/:id/proposals/decisions',
    summary: 'Accept or reject proposals, one or several at once; each is done once however often it is sent',
    access: 'agreement',
    params: agreementId,
    body: z.object({ decisions: z.array(wantedDecision).min(1).max(PROPOSAL_BOUNDS.atOnce) }),
    success: {
      status: 200,
      body: z.object({
        results: z.array(z.object({ decisionId: z.string(), result: z.enum(DECISION_RESULTS) })),
        view: proposalsView,
      }),
    },
    problems: changing,
  }),
  reopenProposal: endpoint({
    name: 'reopenProposal',
    method: 'POST',
    path: '/api/v1/agreements/:id/proposals/reopenings',
    summary: 'Take a decision back, so that the proposal is open again',
    access: 'agreement',
    params: agreementId,
    body: z.object({ decisionId: newId, proposalId }),
    success: { status: 200, body: proposalsView },
    problems: [...changing, 'changed-meanwhile', 'unknown-proposal'],
  }),
  changeProposalRules: endpoint({
    name: 'changeProposalRules',
    method: 'POST',
    path: '/api/v1/agreements/:id/proposals/rules',
    summary: 'Choose who may decide, and whether taking out a paragraph of another becomes a proposal',
    access: 'agreement',
    params: agreementId,
    body: proposalRules,
    success: { status: 200, body: proposalsView },
    problems: changing,
  }),
} as const
