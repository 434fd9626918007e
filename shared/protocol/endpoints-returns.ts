import { z } from 'zod'
import { RETURN_TROUBLES, returnedChange } from '../agreement/returned-change.ts'
import { endpoint } from './endpoint.ts'

/**
 * How large (bytes) a file that is brought back may be, how many of an agreement are kept and how large they are together, how long (signs) its
 * name is, and on how many changes one decides at once.
 */
export const RETURN_BOUNDS = {
  bytes: 20 * 1024 * 1024,
  inAgreement: 30,
  bytesTogether: 60 * 1024 * 1024,
  fileName: 200,
  atOnce: 500,
} as const

/** As what a Word file is sent: by its own name, or as bytes without one. */
export const WORD_FILE_TYPES = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/octet-stream',
] as const

const id = z.string().min(1).max(80)
const agreementId = z.object({ id })
const aReturn = agreementId.extend({ returnId: id })

const person = z.object({ personId: z.string(), name: z.string(), partyId: z.string().nullable() })

export const OUTCOMES = ['take', 'leave'] as const

const aboutReturn = {
  returnId: z.string(),
  by: person,
  at: z.string(),
  /** What the file was called; empty for who did not bring it: a name can say much. */
  fileName: z.string(),
  /** Only who brought it sees what is in it: it can hold more than they wish to share. */
  isOwn: z.boolean(),
  mayRemove: z.boolean(),
}

export const returnSummary = z.object({
  ...aboutReturn,
  /** How many changes were in it when it came, and how many of them were taken over and left since. */
  found: z.number().int(),
  taken: z.number().int(),
  left: z.number().int(),
})
export type ReturnSummary = z.infer<typeof returnSummary>

/** A change with what stands here now, and what was decided about it. */
export const foundChange = returnedChange.extend({
  decision: z
    .object({
      outcome: z.enum(OUTCOMES),
      /** Null where a crash came in between: it was taken over all the same. */
      at: z.string().nullable(),
    })
    .nullable(),
})
export type FoundChange = z.infer<typeof foundChange>

export const returnView = z.object({ ...aboutReturn, changes: z.array(foundChange) })
export type ReturnView = z.infer<typeof returnView>

export const wantedReturnDecision = z.object({
  changeId: id,
  outcome: z.enum(OUTCOMES),
  /** What stood on the screen for what is here now. One decides on exactly what one saw. */
  here: z.string().max(200_000).nullable(),
})
export type WantedReturnDecision = z.infer<typeof wantedReturnDecision>

/** What came of it. `already`: this was decided so before. */
export const RETURN_RESULTS = ['done', 'already', 'changed-meanwhile', 'not-allowed', 'not-open'] as const
export type ReturnResult = (typeof RETURN_RESULTS)[number]

const reading = ['malformed-request', 'not-signed-in', 'not-allowed', 'unknown-agreement'] as const
const changing = [...reading, 'wrong-origin', 'too-many-requests', 'cannot-keep', 'agreement-fixed'] as const

/** Why a file is refused, as a problem. */
export type FileProblem = `file-${(typeof RETURN_TROUBLES)[number]}`
export const FILE_PROBLEMS = RETURN_TROUBLES.map((trouble): FileProblem => `file-${trouble}`)

/** Word files that were worked on elsewhere and come back, as a list of changes to take over or leave. */
export const returnEndpoints = {
  importFile: endpoint({
    name: 'importFile',
    method: 'POST',
    path: '/api/v1/agreements/:id/import',
    summary:
      'Bring back a Word file that was taken along and worked on: the changes it holds, laid against what stands here now. The same file again is the same return. Nothing is changed by it',
    access: 'agreement',
    params: agreementId,
    query: z.object({ fileName: z.string().max(RETURN_BOUNDS.fileName).default('') }),
    bodyTypes: WORD_FILE_TYPES,
    bodyBytes: RETURN_BOUNDS.bytes,
    perMinute: 10,
    success: { status: 201, body: returnView },
    problems: [...changing, 'body-too-large', 'too-many-returns', ...FILE_PROBLEMS],
  }),
  listReturns: endpoint({
    name: 'listReturns',
    method: 'GET',
    path: '/api/v1/agreements/:id/returns',
    summary:
      'The files that the caller brought back, and for who leads those of others too, the newest first',
    access: 'agreement',
    params: agreementId,
    success: {
      status: 200,
      body: z.object({ mayBring: z.boolean(), returns: z.array(returnSummary) }),
    },
    problems: reading,
  }),
  getReturn: endpoint({
    name: 'getReturn',
    method: 'GET',
    path: '/api/v1/agreements/:id/returns/:returnId',
    summary: 'The changes in a file that the caller brought back, laid against what stands here now',
    access: 'agreement',
    params: aReturn,
    perMinute: 60,
    success: { status: 200, body: returnView },
    problems: [...reading, 'unknown-return', 'too-many-requests'],
  }),
  decideReturn: endpoint({
    name: 'decideReturn',
    method: 'POST',
    path: '/api/v1/agreements/:id/returns/:returnId/decisions',
    summary:
      'Take changes over as proposals or comments of the caller, or leave them; each is done once however often it is sent',
    access: 'agreement',
    params: aReturn,
    body: z.object({ decisions: z.array(wantedReturnDecision).min(1).max(RETURN_BOUNDS.atOnce) }),
    bodyBytes: 4 * 1024 * 1024,
    perMinute: 60,
    success: {
      status: 200,
      body: z.object({
        results: z.array(z.object({ changeId: z.string(), result: z.enum(RETURN_RESULTS) })),
        view: returnView,
      }),
    },
    problems: [...changing, 'unknown-return', 'body-too-large', 'too-many-proposals', 'too-many-comments'],
  }),
  removeReturn: endpoint({
    name: 'removeReturn',
    method: 'DELETE',
    path: '/api/v1/agreements/:id/returns/:returnId',
    summary: 'Remove a file that came back; what was taken over from it stays',
    access: 'agreement',
    params: aReturn,
    success: { status: 204 },
    problems: [...changing, 'unknown-return'],
  }),
} as const
