import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const agreementId = z.object({ id: z.string().min(1).max(80) })
const own = ['not-signed-in', 'not-allowed', 'too-many-requests', 'cannot-keep'] as const
const changing = ['malformed-request', ...own, 'wrong-origin'] as const

/** The longest and the shortest time (months) that a workspace can choose to keep agreements after their last change. */
export const RETENTION_MONTHS = { min: 1, max: 240 } as const
/** So long (days) before it is deleted an agreement says so, also after a term was set or made shorter. */
export const NOTICE_DAYS = 60

const retention = z.object({
  /** How many months after their last change agreements of this workspace are deleted; null: never by themselves. */
  months: z.number().int().min(RETENTION_MONTHS.min).max(RETENTION_MONTHS.max).nullable(),
})

/** What is kept about people and agreements, and how it goes away. */
export const privacyEndpoints = {
  getPrivacy: endpoint({
    name: 'getPrivacy',
    method: 'GET',
    path: '/api/v1/privacy',
    summary:
      'What the privacy page tells of this place: whose workspace it is, and how long agreements are kept',
    access: 'public',
    success: { status: 200, body: retention.extend({ workspace: z.string() }) },
    problems: [],
  }),
  getMyData: endpoint({
    name: 'getMyData',
    method: 'GET',
    path: '/api/v1/my-data',
    summary: 'All that is kept about the caller, as one JSON file; no secrets',
    access: 'self',
    perMinute: 10,
    success: { status: 200, mediaTypes: ['application/json'] },
    problems: own,
  }),
  eraseMe: endpoint({
    name: 'eraseMe',
    method: 'POST',
    path: '/api/v1/my-data/removal',
    summary: 'Erase the caller: the name and all that lets in go, the text stays. There is no way back',
    access: 'self',
    body: z.object({ erase: z.literal(true) }),
    success: { status: 204 },
    problems: [...changing, 'hand-over-first', 'last-admin'],
  }),
  deleteAgreement: endpoint({
    name: 'deleteAgreement',
    method: 'POST',
    path: '/api/v1/agreements/:id/deletion',
    summary: 'Delete an agreement with all that is kept of it, but for the log of acts. There is no way back',
    access: 'agreement',
    params: agreementId,
    /** The title as it stands on the agreement, typed by who wants this. */
    body: z.object({ title: z.string().max(1000) }),
    success: { status: 204 },
    whileArchived: true,
    problems: [...changing, 'unknown-agreement', 'other-title'],
  }),
  getRetention: endpoint({
    name: 'getRetention',
    method: 'GET',
    path: '/api/v1/agreements/:id/retention',
    summary: 'When this agreement is deleted when nothing changes in it',
    access: 'agreement',
    params: agreementId,
    success: { status: 200, body: retention.extend({ deletesAt: z.string().nullable() }) },
    problems: ['not-signed-in', 'not-allowed', 'unknown-agreement'],
  }),
  changeRetention: endpoint({
    name: 'changeRetention',
    method: 'PATCH',
    path: '/api/v1/workspace/retention',
    summary: 'How long agreements of the workspace are kept after their last change',
    access: 'admin',
    body: retention,
    success: { status: 200, body: retention },
    problems: changing,
  }),
} as const
