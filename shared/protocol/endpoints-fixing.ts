import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const agreementId = z.object({ id: z.string().min(1).max(80) })
const words = z.string().trim().max(2000)

/** A text that is fixed: nobody writes in it, and its Word file stays the same to the byte. */
export const fixing = z.object({
  /** 1 for the first text that was fixed. */
  version: z.number().int(),
  at: z.string(),
  name: z.string(),
  /** Why it was fixed though not everybody agreed; empty when everybody did. */
  decision: z.string(),
  /** SHA-256 of the Word file, and of the text as it stands on paper. */
  fileHash: z.string(),
  textHash: z.string(),
  /** Somebody asked to open it again, and these parties said yes; null while nobody asked. */
  opening: z
    .object({ at: z.string(), name: z.string(), reason: z.string(), agreedPartyIds: z.array(z.string()) })
    .nullable(),
})
export type Fixing = z.infer<typeof fixing>

export const fixingView = z.object({ fixing: fixing.nullable() })
export type FixingView = z.infer<typeof fixingView>

const doing = [
  'malformed-request',
  'not-signed-in',
  'not-allowed',
  'wrong-origin',
  'unknown-agreement',
  'too-many-requests',
  'cannot-keep',
] as const

export const fixingEndpoints = {
  getFixing: endpoint({
    name: 'getFixing',
    method: 'GET',
    path: '/api/v1/agreements/:id/fixing',
    summary: 'Whether the text is fixed, since when and as what, and whether it is asked to open it again',
    access: 'agreement',
    params: agreementId,
    success: { status: 200, body: fixingView },
    problems: ['not-signed-in', 'not-allowed', 'unknown-agreement'],
  }),
  fixText: endpoint({
    name: 'fixText',
    method: 'POST',
    path: '/api/v1/agreements/:id/fixing',
    summary: 'Fix the text: nobody writes in it any more, and its Word file is made once',
    access: 'agreement',
    params: agreementId,
    body: z.object({
      /** Needed when not every party said yes to everything: what was decided about that. */
      decision: words.default(''),
    }),
    perMinute: 6,
    success: { status: 201, body: fixingView },
    problems: [...doing, 'not-all-agreed', 'agreement-fixed', 'too-many-versions'],
  }),
  askToOpenAgain: endpoint({
    name: 'askToOpenAgain',
    method: 'POST',
    path: '/api/v1/agreements/:id/fixing/opening',
    summary: 'Ask every party whether the fixed text may be opened again, or take that back',
    access: 'agreement',
    params: agreementId,
    body: z.object({ ask: z.boolean(), reason: words.default('') }),
    success: { status: 200, body: fixingView },
    problems: [...doing, 'not-fixed'],
  }),
  agreeToOpenAgain: endpoint({
    name: 'agreeToOpenAgain',
    method: 'POST',
    path: '/api/v1/agreements/:id/fixing/opening/agree',
    summary: 'Say for the own party that the text may be opened again; it opens when every party did',
    access: 'agreement',
    params: agreementId,
    body: z.object({ partyId: z.string().max(80) }),
    success: { status: 200, body: fixingView },
    problems: [...doing, 'not-fixed'],
  }),
} as const
