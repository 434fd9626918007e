import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const id = z.string().min(1).max(80)
const agreementId = z.object({ id })

/** How many people do not understand an article or annex. Who they are is told to nobody, not to who leads either. */
export const unclear = z.object({
  articleId: z.string(),
  count: z.number().int().min(0),
  /** True when the one who asks is among them. */
  mine: z.boolean(),
})
export type Unclear = z.infer<typeof unclear>

const seeing = ['not-signed-in', 'not-allowed', 'unknown-agreement'] as const
const changing = [...seeing, 'malformed-request', 'wrong-origin', 'cannot-keep', 'too-many-requests'] as const

/** What happens in a meeting beside the text. */
export const meetingEndpoints = {
  getUnclear: endpoint({
    name: 'getUnclear',
    method: 'GET',
    path: '/api/v1/agreements/:id/unclear',
    summary: 'How many people do not understand which article; without who they are',
    access: 'agreement',
    params: agreementId,
    success: { status: 200, body: z.object({ unclear: z.array(unclear) }) },
    problems: seeing,
  }),
  markUnclear: endpoint({
    name: 'markUnclear',
    method: 'POST',
    path: '/api/v1/agreements/:id/unclear',
    summary: 'Say that one does not understand an article, or take that back; everybody counts once',
    access: 'agreement',
    params: agreementId,
    body: z.object({ articleId: id, unclear: z.boolean() }),
    success: { status: 200, body: unclear },
    problems: changing,
  }),
  clearUnclear: endpoint({
    name: 'clearUnclear',
    method: 'DELETE',
    path: '/api/v1/agreements/:id/unclear/:articleId',
    summary: 'Begin counting anew at an article that was talked about',
    access: 'agreement',
    params: agreementId.extend({ articleId: id }),
    success: { status: 204 },
    problems: changing,
  }),
} as const
