import { z } from 'zod'
import { emailAddress } from './email-address.ts'
import { endpoint } from './endpoint.ts'
import { RIGHTS } from './endpoints-accounts.ts'

const agreementId = z.object({ id: z.string().min(1).max(80) })
const personId = z.object({ personId: z.string().min(1).max(80) })
const rights = z.enum(RIGHTS)

export const workspaceMember = z.object({
  personId: z.string(),
  name: z.string(),
  /** Null for who has no account yet. */
  email: z.string().nullable(),
  rights,
  since: z.string(),
  isYou: z.boolean(),
  /** How many agreements this member leads alone: they need another lead when the member goes. Null for who may not know. */
  leadsAlone: z.number().int().nullable(),
})
export type WorkspaceMember = z.infer<typeof workspaceMember>

export const memberInvitation = z.object({
  id: z.string(),
  email: z.string(),
  rights,
  createdAt: z.string(),
  expiresAt: z.string(),
})
export type MemberInvitation = z.infer<typeof memberInvitation>

/** The workspace as its members see it; what admins alone may know is empty for others. */
export const workspace = z.object({
  name: z.string(),
  members: z.array(workspaceMember),
  invitations: z.array(memberInvitation),
})
export type Workspace = z.infer<typeof workspace>

const CHANGES = [
  'malformed-request',
  'not-signed-in',
  'not-allowed',
  'wrong-origin',
  'too-many-requests',
] as const

/** The workspace, its members, and putting agreements away. */
export const workspaceEndpoints = {
  getWorkspace: endpoint({
    name: 'getWorkspace',
    method: 'GET',
    path: '/api/v1/workspace',
    summary: 'The workspace and its members',
    access: 'workspace',
    success: { status: 200, body: workspace },
    problems: ['not-signed-in', 'not-allowed'],
  }),
  renameWorkspace: endpoint({
    name: 'renameWorkspace',
    method: 'PATCH',
    path: '/api/v1/workspace',
    summary: 'Name the workspace',
    access: 'admin',
    body: z.object({ name: z.string().trim().max(200) }),
    success: { status: 200, body: workspace },
    problems: CHANGES,
  }),
  inviteMember: endpoint({
    name: 'inviteMember',
    method: 'POST',
    path: '/api/v1/workspace/invitations',
    summary: 'Invite a colleague: by mail, or with a link to hand over when no mail could be sent',
    access: 'admin',
    body: z.object({ email: emailAddress, rights }),
    success: {
      status: 201,
      /** `url` is null when the link went out by mail. */
      body: z.object({ url: z.string().nullable(), workspace }),
    },
    problems: [...CHANGES, 'address-in-use'],
  }),
  withdrawMemberInvitation: endpoint({
    name: 'withdrawMemberInvitation',
    method: 'DELETE',
    path: '/api/v1/workspace/invitations/:invitationId',
    summary: 'Withdraw an invitation to the workspace',
    access: 'admin',
    params: z.object({ invitationId: z.string().min(1).max(80) }),
    success: { status: 200, body: workspace },
    problems: [...CHANGES, 'not-found'],
  }),
  changeRights: endpoint({
    name: 'changeRights',
    method: 'PATCH',
    path: '/api/v1/workspace/members/:personId',
    summary: 'Make a member an admin, or an admin a member',
    access: 'admin',
    params: personId,
    body: z.object({ rights }),
    success: { status: 200, body: workspace },
    problems: [...CHANGES, 'unknown-member', 'last-admin'],
  }),
  removeMember: endpoint({
    name: 'removeMember',
    method: 'POST',
    path: '/api/v1/workspace/members/:personId/removal',
    summary: 'Remove a member at once; a colleague takes over the agreements that only this member leads',
    access: 'admin',
    params: personId,
    body: z.object({ handOverTo: z.string().max(80).nullable() }),
    success: { status: 200, body: workspace },
    problems: [...CHANGES, 'unknown-member', 'last-admin', 'needs-hand-over'],
  }),
  archiveAgreement: endpoint({
    name: 'archiveAgreement',
    method: 'POST',
    path: '/api/v1/agreements/:id/archive',
    summary: 'Put an agreement away, or take it back',
    access: 'agreement',
    params: agreementId,
    body: z.object({ archived: z.boolean() }),
    success: { status: 204 },
    whileArchived: true,
    problems: [...CHANGES, 'unknown-agreement'],
  }),
} as const
