import { z } from 'zod'
import { shownAct } from './acts.ts'
import { endpoint } from './endpoint.ts'

const agreementId = z.object({ id: z.string().min(1).max(80) })
const reading = ['malformed-request', 'not-signed-in', 'not-allowed', 'unknown-agreement'] as const

/** As many acts as one answer holds. */
export const ACTS_PAGE = 100

/** Who did what in an agreement, for who leads it. */
export const actEndpoints = {
  listActs: endpoint({
    name: 'listActs',
    method: 'GET',
    path: '/api/v1/agreements/:id/acts',
    summary: 'The log of acts of an agreement, the newest first',
    access: 'agreement',
    params: agreementId,
    query: z.object({
      /** Acts before this number; absent: from the newest. */
      before: z.coerce.number().int().min(1).optional(),
    }),
    success: { status: 200, body: z.object({ acts: z.array(shownAct), more: z.boolean() }) },
    problems: reading,
  }),
  exportActs: endpoint({
    name: 'exportActs',
    method: 'GET',
    path: '/api/v1/agreements/:id/acts/export',
    summary:
      'The log of acts as a file: a table (csv), or with all that is needed to check its hashes (json)',
    access: 'agreement',
    params: agreementId,
    query: z.object({ format: z.enum(['csv', 'json']).default('csv') }),
    perMinute: 30,
    success: { status: 200, mediaTypes: ['text/csv', 'application/json'] },
    problems: [...reading, 'too-many-requests', 'cannot-keep'],
  }),
} as const
