import { z } from 'zod'
import { richTextDocument } from '../agreement/rich-text.ts'
import { endpoint } from './endpoint.ts'

const agreementId = z.object({ id: z.string().min(1).max(80) })
/** ISO 8601, UTC, by the server's clock. */
const moment = z.string()
const askedMoment = z.iso.datetime({ offset: true })

/** How many changes one answer holds. */
export const CHANGES_AT_ONCE = 500

/** One person's stretch of work in one place: edits less than ten minutes apart belong together. */
export const change = z.object({
  /**
   * The id of an article or annex; or for facts the place by path: a list (`parties`, `financing.lines`), a group (`term`), or empty for
   * the single fields of the agreement itself.
   */
  place: z.string(),
  /** Null when nobody is known to have done it. */
  personId: z.string().nullable(),
  from: moment,
  to: moment,
  edits: z.number().int(),
})
export type Change = z.infer<typeof change>

/** Somebody who wrote here, also one who takes no part any more. */
export const author = z.object({
  personId: z.string(),
  name: z.string(),
  partyId: z.string().nullable(),
  /**
   * The Yjs client ids this person wrote under. Empty for one who only changed what is gone. A client id that is nobody's wrote the
   * text the agreement began with.
   */
  clientIds: z.array(z.number().int()),
})
export type Author = z.infer<typeof author>

export const historyView = z.object({
  /** When the caller's visit before this one ended; null at the first visit. */
  lastVisit: moment.nullable(),
  /** Newest first; what an agreement began with is no change. */
  changes: z.array(change),
  authors: z.array(author),
})
export type HistoryView = z.infer<typeof historyView>

export const articleAt = z.object({
  /** When the last change up to the asked moment was kept. */
  moment,
  /** False when the asked moment is so long ago that not every change of then is kept: this is the nearest text before it. */
  exact: z.boolean().default(true),
  heading: z.string().nullable(),
  body: richTextDocument,
})
export type ArticleAt = z.infer<typeof articleAt>

const reading = ['malformed-request', 'not-signed-in', 'not-allowed', 'unknown-agreement'] as const

export const historyEndpoints = {
  getHistory: endpoint({
    name: 'getHistory',
    method: 'GET',
    path: '/api/v1/agreements/:id/history',
    summary: `Who changed which article or facts when, the newest ${CHANGES_AT_ONCE}, and who wrote under which client id`,
    access: 'agreement',
    params: agreementId,
    query: z.object({
      /** Only changes that ended before this moment. */
      before: askedMoment.optional(),
    }),
    success: { status: 200, body: historyView },
    problems: reading,
  }),
  getArticleAt: endpoint({
    name: 'getArticleAt',
    method: 'GET',
    path: '/api/v1/agreements/:id/articles/:articleId/at',
    summary: 'An article or annex as it was kept at a moment',
    access: 'agreement',
    params: agreementId.extend({ articleId: z.string().min(1).max(80) }),
    query: z.object({ moment: askedMoment }),
    perMinute: 120,
    success: { status: 200, body: articleAt },
    problems: [...reading, 'unknown-moment', 'too-many-requests'],
  }),
} as const
