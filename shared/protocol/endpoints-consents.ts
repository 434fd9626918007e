import { z } from 'zod'
import { articleContent } from '../agreement/article-content.ts'
import { consentState } from '../agreement/consent.ts'
import { endpoint } from './endpoint.ts'

const agreementId = z.object({ id: z.string().min(1).max(80) })
/** SHA-256 in hexadecimal digits; see `shared/outline/article-content`. */
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** The length of a reason. */
export const REASON_LENGTH = 2000

/** What a party said last of an article or annex, who said it for the party, and when. */
export const consent = z.object({
  articleId: z.string(),
  partyId: z.string(),
  state: consentState,
  reason: z.string(),
  /** Of what the article said then; empty for `none`. It needs another look when the article's hash is another one now. */
  hash: z.string(),
  /** True when the whole text was opened again since: it needs another look, whatever the hash. */
  reopened: z.boolean(),
  personId: z.string(),
  name: z.string(),
  at: z.string(),
})
export type Consent = z.infer<typeof consent>

export const consentsView = z.object({
  /** Every article and annex in the order of the text, with the hash of what it says now. */
  articles: z.array(z.object({ id: z.string(), hash })),
  /** The newest of each party about each article. Who is not in it said nothing, which is no akkoord. */
  consents: z.array(consent),
})
export type ConsentsView = z.infer<typeof consentsView>

export const newConsent = z.object({
  /** Made by who sends it, at random: sent twice it is kept once. */
  id: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  articleId: z.string().max(80),
  /** The party that is spoken for; refused when it is not the caller's own. */
  partyId: z.string().max(80),
  state: consentState,
  /** Needed for a concern and an objection. */
  reason: z.string().trim().max(REASON_LENGTH).default(''),
  /** Of what stood on the giver's screen; one agrees to exactly that. Left aside for `none`. */
  hash: z.union([hash, z.literal('')]).default(''),
})
export type NewConsent = z.input<typeof newConsent>

export const consentEndpoints = {
  getConsents: endpoint({
    name: 'getConsents',
    method: 'GET',
    path: '/api/v1/agreements/:id/consents',
    summary: 'What each party said of each article, and the hash of what the articles say now',
    access: 'agreement',
    params: agreementId,
    success: { status: 200, body: consentsView },
    perMinute: 600,
    problems: ['not-signed-in', 'not-allowed', 'unknown-agreement', 'too-many-requests'],
  }),
  giveConsent: endpoint({
    name: 'giveConsent',
    method: 'POST',
    path: '/api/v1/agreements/:id/consents',
    summary: 'Say for the own party what it thinks of an article as it stands on one’s screen',
    access: 'agreement',
    params: agreementId,
    body: newConsent,
    success: { status: 200, body: consent },
    problems: [
      'malformed-request',
      'not-signed-in',
      'not-allowed',
      'wrong-origin',
      'unknown-agreement',
      'changed-meanwhile',
      'agreement-fixed',
      'too-many-requests',
      'cannot-keep',
    ],
  }),
  getAgreedContent: endpoint({
    name: 'getAgreedContent',
    method: 'GET',
    path: '/api/v1/agreements/:id/consents/:hash',
    summary: 'What an article said when a party agreed to it',
    access: 'agreement',
    params: agreementId.extend({ hash: z.string().max(80) }),
    success: { status: 200, body: articleContent },
    problems: ['not-signed-in', 'not-allowed', 'unknown-agreement', 'unknown-version'],
  }),
} as const
