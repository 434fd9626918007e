import { z } from 'zod'
import { PARTY_ROLES } from '../agreement/party.ts'
import { emailAddress } from './email-address.ts'
import { endpoint } from './endpoint.ts'
import { accountEndpoints } from './endpoints-accounts.ts'
import { actEndpoints } from './endpoints-acts.ts'
import { adviceEndpoints } from './endpoints-advice.ts'
import { commentEndpoints } from './endpoints-comments.ts'
import { consentEndpoints } from './endpoints-consents.ts'
import { consultationEndpoints } from './endpoints-consultation.ts'
import { fixingEndpoints } from './endpoints-fixing.ts'
import { historyEndpoints } from './endpoints-history.ts'
import { meetingEndpoints } from './endpoints-meeting.ts'
import { openPointEndpoints } from './endpoints-open-points.ts'
import { joining, peopleEndpoints } from './endpoints-people.ts'
import { privacyEndpoints } from './endpoints-privacy.ts'
import { proposalEndpoints } from './endpoints-proposals.ts'
import { returnEndpoints } from './endpoints-returns.ts'
import { scanEndpoints } from './endpoints-scan.ts'
import { stepsEndpoints } from './endpoints-steps.ts'
import { themeEndpoints } from './endpoints-theme.ts'
import { versionEndpoints } from './endpoints-versions.ts'
import { workspaceEndpoints } from './endpoints-workspace.ts'
import { EXPORT_FORMATS, exportOptions, MEDIA_TYPES } from './export-options.ts'
import { me } from './me.ts'
import { invitation, invitedTo, participant, ROLES } from './participant.ts'

export { me } from './me.ts'
export { invitation, participant, ROLES, type Role } from './participant.ts'

const agreementId = z.object({ id: z.string().min(1).max(80) })

export const templateSummary = z.object({
  id: z.string(),
  edition: z.number().int(),
  title: z.string(),
  when: z.string(),
  documentType: z.string(),
  /** The parties a new agreement starts with. */
  roles: z.array(z.object({ role: z.string(), label: z.string() })),
})

export const newParty = z.object({
  role: z.enum(PARTY_ROLES),
  name: z.string().max(200).optional(),
  shortName: z.string().max(200).optional(),
  city: z.string().max(200).optional(),
})

/** What somebody has to see to in an agreement. */
export const attention = z.object({
  /** People who wait to be admitted; told to who leads alone. */
  waiting: z.number().int(),
  /** Names of parties that nobody came for yet; empty for one without a name. */
  absentParties: z.array(z.string()),
  /** Facts that the text shows and that are still empty. */
  emptyFacts: z.number().int(),
  /** Points of the advice that have to be solved before anybody agrees or signs, and that nobody set aside. */
  toSolve: z.number().int().default(0),
})

export const newAgreement = z.object({
  templateId: z.string().max(80).optional(),
  title: z.string().max(300).optional(),
  /** What the title pattern shows: "Samen dichtbij 2027-2029". */
  shortTitle: z.string().max(200).optional(),
  language: z.literal('nl').optional(),
  parties: z.array(newParty).max(60).optional(),
  /** Instead of a template: a snapshot, see `shared/agreement/snapshot`. */
  snapshot: z.record(z.string(), z.unknown()).optional(),
})

export const endpoints = {
  health: endpoint({
    name: 'health',
    method: 'GET',
    path: '/healthz',
    summary: 'The process is alive',
    access: 'public',
    success: { status: 200, body: z.object({ status: z.literal('ok') }) },
    problems: [],
  }),
  ready: endpoint({
    name: 'ready',
    method: 'GET',
    path: '/readyz',
    summary: 'The server can keep what is written',
    access: 'public',
    success: { status: 200, body: z.object({ status: z.literal('ready') }) },
    problems: ['cannot-keep'],
  }),
  metrics: endpoint({
    name: 'metrics',
    method: 'GET',
    path: '/metrics',
    summary: 'Counters in the Prometheus text format',
    access: 'public',
    success: { status: 200, mediaTypes: ['text/plain'] },
    problems: [],
  }),
  openapi: endpoint({
    name: 'openapi',
    method: 'GET',
    path: '/api/v1/openapi.json',
    summary: 'This interface, described',
    access: 'public',
    success: { status: 200, body: z.record(z.string(), z.unknown()) },
    problems: [],
  }),
  me: endpoint({
    name: 'me',
    method: 'GET',
    path: '/api/v1/me',
    summary: 'Who is calling',
    access: 'public',
    success: { status: 200, body: me },
    problems: [],
  }),
  startHere: endpoint({
    name: 'startHere',
    method: 'POST',
    path: '/api/v1/sessions/start-here',
    summary: 'Sign in as the first member of the workspace (loopback only, Host and Origin checked)',
    access: 'public',
    body: z.object({ name: z.string().trim().min(1).max(100) }),
    success: { status: 201, body: me },
    problems: ['malformed-request', 'not-allowed', 'wrong-origin', 'too-many-requests'],
  }),
  startWithLink: endpoint({
    name: 'startWithLink',
    method: 'POST',
    path: '/api/v1/sessions/start-link',
    summary: 'Become the first member, with an account, by the one-time link from the console',
    access: 'public',
    body: z.object({
      secret: z.string().max(200),
      name: z.string().trim().min(1).max(100),
      email: emailAddress,
      password: z.string().min(1).max(200),
    }),
    success: { status: 201, body: me },
    problems: [
      'malformed-request',
      'invalid-invitation',
      'weak-password',
      'address-in-use',
      'wrong-origin',
      'too-many-requests',
    ],
  }),
  seeInvitation: endpoint({
    name: 'seeInvitation',
    method: 'POST',
    path: '/api/v1/invitations/see',
    summary: 'What an invitation link is for, before one joins',
    access: 'public',
    body: z.object({ secret: z.string().max(200) }),
    success: { status: 200, body: invitedTo },
    problems: ['malformed-request', 'invalid-invitation', 'wrong-origin', 'too-many-requests'],
  }),
  join: endpoint({
    name: 'join',
    method: 'POST',
    path: '/api/v1/invitations/join',
    summary: 'Exchange an invitation link and a name for a session cookie',
    access: 'public',
    body: joining,
    success: { status: 201, body: z.object({ agreementId: z.string(), me, participant }) },
    problems: ['malformed-request', 'invalid-invitation', 'wrong-origin', 'too-many-requests'],
  }),
  leave: endpoint({
    name: 'leave',
    method: 'POST',
    path: '/api/v1/sessions/leave',
    summary: 'End the session of this browser',
    access: 'public',
    success: { status: 204 },
    problems: ['wrong-origin'],
  }),
  listTemplates: endpoint({
    name: 'listTemplates',
    method: 'GET',
    path: '/api/v1/templates',
    summary: 'The templates one can start from',
    access: 'signedIn',
    success: { status: 200, body: z.object({ templates: z.array(templateSummary) }) },
    problems: ['not-signed-in'],
  }),
  getTemplate: endpoint({
    name: 'getTemplate',
    method: 'GET',
    path: '/api/v1/templates/:id',
    summary: 'One template with its explanations',
    access: 'public',
    params: z.object({ id: z.string().max(80) }),
    success: { status: 200, body: z.record(z.string(), z.unknown()) },
    problems: ['unknown-template'],
  }),
  getCatalog: endpoint({
    name: 'getCatalog',
    method: 'GET',
    path: '/api/v1/catalog',
    summary: 'Clusters, factors, tasks, and the words that stand on the paper',
    access: 'public',
    success: { status: 200, body: z.record(z.string(), z.unknown()) },
    problems: [],
  }),
  listAgreements: endpoint({
    name: 'listAgreements',
    method: 'GET',
    path: '/api/v1/agreements',
    summary: 'The agreements this caller takes part in',
    access: 'signedIn',
    success: {
      status: 200,
      body: z.object({
        agreements: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            status: z.string(),
            updatedAt: z.string(),
            partyNames: z.array(z.string()),
            role: z.enum(ROLES),
            /** Put away by who leads it. */
            archived: z.boolean().default(false),
            attention: attention.default({ waiting: 0, absentParties: [], emptyFacts: 0, toSolve: 0 }),
            /** False when its text cannot be read now; title and names are then the last ones known, if any. */
            readable: z.boolean().default(true),
            /** When it is deleted if nothing changes in it; for who leads it, null when that does not happen by itself. */
            deletesAt: z.string().nullable().default(null),
          }),
        ),
      }),
    },
    problems: ['not-signed-in'],
  }),
  createAgreement: endpoint({
    name: 'createAgreement',
    method: 'POST',
    path: '/api/v1/agreements',
    summary: 'Start an agreement from a template or a snapshot',
    access: 'workspace',
    body: newAgreement,
    // A whole agreement can come in.
    bodyBytes: 4 * 1024 * 1024,
    success: {
      status: 201,
      body: z.object({
        id: z.string(),
        title: z.string(),
        invitations: z.array(invitation),
        messages: z
          .array(z.object({ path: z.string(), reason: z.string(), expected: z.string(), found: z.string() }))
          .optional(),
      }),
    },
    problems: [
      'malformed-request',
      'not-signed-in',
      'not-allowed',
      'wrong-origin',
      'unknown-template',
      'newer-format',
      'body-too-large',
      'cannot-keep',
      'too-many-requests',
    ],
  }),
  getAgreement: endpoint({
    name: 'getAgreement',
    method: 'GET',
    path: '/api/v1/agreements/:id',
    summary: 'The snapshot of an agreement',
    access: 'agreement',
    params: agreementId,
    success: { status: 200, body: z.record(z.string(), z.unknown()) },
    problems: ['not-signed-in', 'not-allowed', 'unknown-agreement'],
  }),
  exportAgreement: endpoint({
    name: 'exportAgreement',
    method: 'GET',
    path: '/api/v1/agreements/:id/export',
    summary: 'The agreement as a file',
    access: 'agreement',
    params: agreementId,
    query: exportOptions,
    perMinute: 30,
    success: {
      status: 200,
      mediaTypes: EXPORT_FORMATS.map((format) => MEDIA_TYPES[format].split(';')[0] as string),
    },
    problems: [
      'malformed-request',
      'not-signed-in',
      'not-allowed',
      'unknown-agreement',
      'unknown-version',
      'not-ready-to-sign',
      'no-office',
      'office-failed',
      'too-many-requests',
    ],
  }),
  ...accountEndpoints,
  ...workspaceEndpoints,
  ...themeEndpoints,
  ...actEndpoints,
  ...privacyEndpoints,
  ...adviceEndpoints,
  ...commentEndpoints,
  ...consentEndpoints,
  ...consultationEndpoints,
  ...fixingEndpoints,
  ...historyEndpoints,
  ...meetingEndpoints,
  ...openPointEndpoints,
  ...versionEndpoints,
  ...peopleEndpoints,
  ...scanEndpoints,
  ...proposalEndpoints,
  ...returnEndpoints,
  ...stepsEndpoints,
} as const

export type EndpointName = keyof typeof endpoints
