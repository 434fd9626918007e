import { z } from 'zod'

/**
 * Errors as RFC 9457 problem details. `type` is a stable name clients can rely on; `detail` is one sentence in the
 * language the client asked for; `errors` points at places inside the body.
 */
export const PROBLEMS = {
  'malformed-request': 400,
  'weak-password': 400,
  'passkey-refused': 400,
  'not-signed-in': 401,
  'wrong-sign-in': 401,
  'not-allowed': 403,
  'wrong-origin': 403,
  'token-too-narrow': 403,
  'not-found': 404,
  'unknown-template': 404,
  'unknown-agreement': 404,
  'unknown-version': 404,
  'unknown-moment': 404,
  'unknown-line': 404,
  'invalid-invitation': 404,
  'invalid-code': 404,
  'unknown-invitation': 404,
  'unknown-participant': 404,
  'unknown-open-point': 404,
  'invalid-link': 404,
  'unknown-member': 404,
  'unknown-thread': 404,
  'newer-format': 409,
  'agreement-archived': 409,
  'scan-opened': 409,
  'advice-changed': 409,
  'changed-meanwhile': 409,
  'unknown-proposal': 404,
  'unknown-return': 404,
  'too-many-proposals': 409,
  'agreement-fixed': 409,
  'not-fixed': 409,
  'not-ready-to-sign': 409,
  'not-all-agreed': 409,
  'last-facilitator': 409,
  'address-in-use': 409,
  'no-address': 409,
  'last-admin': 409,
  'needs-hand-over': 409,
  'hand-over-first': 409,
  'other-title': 409,
  'too-many-comments': 409,
  'too-many-open-points': 409,
  'too-many-versions': 409,
  'too-many-returns': 409,
  'nothing-due': 409,
  'too-slow': 408,
  'body-too-large': 413,
  'file-no-word-file': 422,
  'file-not-ours': 422,
  'file-data-lost': 422,
  'file-comparison': 422,
  'file-other-agreement': 422,
  'file-newer-format': 422,
  'file-damaged': 422,
  'file-encrypted': 422,
  'file-too-large': 422,
  'file-macros': 422,
  'file-external-links': 422,
  'too-many-requests': 429,
  'headers-too-large': 431,
  'not-yet-possible': 501,
  'no-mail': 501,
  'no-office': 501,
  'office-failed': 503,
  'cannot-keep': 503,
  'internal-error': 500,
} as const satisfies Record<string, number>

export type ProblemName = keyof typeof PROBLEMS

export const problem = z.object({
  /** `https://handslag.example/problems/<name>` is avoided: a relative reference `/problems/<name>` names it. */
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z
    .array(z.object({ path: z.string(), reason: z.string(), expected: z.string(), found: z.string() }))
    .optional(),
})
export type Problem = z.infer<typeof problem>
