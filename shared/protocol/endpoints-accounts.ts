import { z } from 'zod'
import { emailAddress } from './email-address.ts'
import { endpoint } from './endpoint.ts'
import { me } from './me.ts'

/** Who may do what in a workspace: an admin manages the members, a member starts and leads agreements. */
export const RIGHTS = ['admin', 'member'] as const
export type Rights = (typeof RIGHTS)[number]

const email = emailAddress
const name = z.string().trim().min(1).max(100)
/** What a password is checked by stands in `server/people`; here is only what can be sent. */
const password = z.string().min(1).max(200)
const secret = z.string().max(200)

/** WebAuthn's own JSON (W3C Web Authentication Level 3, section 5.1.9); the library checks it. */
const webAuthn = z.record(z.string(), z.unknown())
const challenge = z.object({ challengeId: z.string(), options: webAuthn })

/** What a link in a mail is for. */
export const LINK_KINDS = ['sign-in', 'password', 'email', 'member'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

export const passkey = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
})

/** What a member sees of the own account. */
export const account = z.object({
  name: z.string(),
  /** Null for who has none yet: the first member on the own machine. */
  email: z.string().nullable(),
  hasPassword: z.boolean(),
  passkeys: z.array(passkey),
  /** In how many browsers this member is signed in, this one included. */
  sessions: z.number().int(),
})
export type Account = z.infer<typeof account>

/** Others use this computer too: the session ends with the browser, at the latest after a day. */
const sharedComputer = z.boolean().default(false)

const SIGNING_IN = ['malformed-request', 'wrong-origin', 'too-many-requests'] as const
const OWN = ['not-signed-in', 'not-allowed', 'wrong-origin', 'too-many-requests'] as const

/** Signing in, and a member's own account. */
export const accountEndpoints = {
  signIn: endpoint({
    name: 'signIn',
    method: 'POST',
    path: '/api/v1/sessions/sign-in',
    summary: 'Sign in with e-mail address and password',
    access: 'public',
    body: z.object({ email, password, sharedComputer }),
    success: { status: 201, body: me },
    problems: [...SIGNING_IN, 'wrong-sign-in'],
  }),
  mailLink: endpoint({
    name: 'mailLink',
    method: 'POST',
    path: '/api/v1/sessions/mail-link',
    summary: 'Mail a one-time link; answers the same whether the address is known or not',
    access: 'public',
    body: z.object({ email, purpose: z.enum(['sign-in', 'password']) }),
    success: { status: 204 },
    problems: [...SIGNING_IN, 'no-mail'],
  }),
  seeLink: endpoint({
    name: 'seeLink',
    method: 'POST',
    path: '/api/v1/sessions/link/see',
    summary: 'What a one-time link is for, before it is used',
    access: 'public',
    body: z.object({ secret }),
    success: {
      status: 200,
      body: z.object({
        kind: z.enum(LINK_KINDS),
        email: z.string(),
        name: z.string(),
        workspace: z.string(),
      }),
    },
    problems: [...SIGNING_IN, 'invalid-link'],
  }),
  useLink: endpoint({
    name: 'useLink',
    method: 'POST',
    path: '/api/v1/sessions/link/use',
    summary: 'Sign in with a one-time link, or confirm a new e-mail address',
    access: 'public',
    body: z.object({ secret, sharedComputer }),
    success: { status: 201, body: me },
    problems: [...SIGNING_IN, 'invalid-link', 'address-in-use'],
  }),
  setPasswordWithLink: endpoint({
    name: 'setPasswordWithLink',
    method: 'POST',
    path: '/api/v1/sessions/link/password',
    summary: 'Choose a new password with a one-time link; ends every other session of this member',
    access: 'public',
    body: z.object({ secret, password, sharedComputer }),
    success: { status: 201, body: me },
    problems: [...SIGNING_IN, 'invalid-link', 'weak-password'],
  }),
  becomeMember: endpoint({
    name: 'becomeMember',
    method: 'POST',
    path: '/api/v1/sessions/link/member',
    summary: 'Accept an invitation to the workspace',
    access: 'public',
    body: z.object({ secret, name, password }),
    success: { status: 201, body: me },
    problems: [...SIGNING_IN, 'invalid-link', 'weak-password', 'address-in-use'],
  }),
  askPasskey: endpoint({
    name: 'askPasskey',
    method: 'POST',
    path: '/api/v1/sessions/passkey/options',
    summary: 'What a browser needs to sign in with a passkey',
    access: 'public',
    success: { status: 200, body: challenge },
    problems: ['wrong-origin', 'too-many-requests'],
  }),
  signInWithPasskey: endpoint({
    name: 'signInWithPasskey',
    method: 'POST',
    path: '/api/v1/sessions/passkey',
    summary: 'Sign in with a passkey',
    access: 'public',
    body: z.object({ challengeId: z.string().max(80), response: webAuthn, sharedComputer }),
    success: { status: 201, body: me },
    problems: [...SIGNING_IN, 'passkey-refused'],
  }),
  getAccount: endpoint({
    name: 'getAccount',
    method: 'GET',
    path: '/api/v1/account',
    summary: "The caller's own account",
    access: 'account',
    success: { status: 200, body: account },
    problems: ['not-signed-in', 'not-allowed'],
  }),
  changeName: endpoint({
    name: 'changeName',
    method: 'PATCH',
    path: '/api/v1/account',
    summary: 'Change the own name',
    access: 'account',
    body: z.object({ name }),
    success: { status: 200, body: account },
    problems: ['malformed-request', ...OWN],
  }),
  changeEmail: endpoint({
    name: 'changeEmail',
    method: 'POST',
    path: '/api/v1/account/email',
    summary: 'Change the own e-mail address; with mail it counts once the link sent there is opened',
    access: 'account',
    body: z.object({ email, password: password.nullable() }),
    success: { status: 200, body: z.object({ mailed: z.boolean(), account }) },
    problems: ['malformed-request', ...OWN, 'wrong-sign-in', 'address-in-use'],
  }),
  changePassword: endpoint({
    name: 'changePassword',
    method: 'POST',
    path: '/api/v1/account/password',
    summary: 'Change the own password; ends every other session',
    access: 'account',
    body: z.object({ current: password.nullable(), password }),
    success: { status: 200, body: account },
    problems: ['malformed-request', ...OWN, 'wrong-sign-in', 'weak-password', 'no-address'],
  }),
  askNewPasskey: endpoint({
    name: 'askNewPasskey',
    method: 'POST',
    path: '/api/v1/account/passkeys/options',
    summary: 'What a browser needs to make a passkey',
    access: 'account',
    success: { status: 200, body: challenge },
    problems: [...OWN, 'no-address'],
  }),
  addPasskey: endpoint({
    name: 'addPasskey',
    method: 'POST',
    path: '/api/v1/account/passkeys',
    summary: 'Add a passkey',
    access: 'account',
    body: z.object({ challengeId: z.string().max(80), name, response: webAuthn }),
    success: { status: 201, body: account },
    problems: ['malformed-request', ...OWN, 'passkey-refused'],
  }),
  removePasskey: endpoint({
    name: 'removePasskey',
    method: 'POST',
    // In the body: the id of a passkey may be longer than an address.
    path: '/api/v1/account/passkeys/removal',
    summary: 'Remove a passkey',
    access: 'account',
    body: z.object({ id: z.string().min(1).max(1400) }),
    success: { status: 200, body: account },
    problems: ['malformed-request', ...OWN, 'not-found'],
  }),
  signOutElsewhere: endpoint({
    name: 'signOutElsewhere',
    method: 'POST',
    path: '/api/v1/account/sign-out-elsewhere',
    summary: 'End every session of this member but this one',
    access: 'account',
    success: { status: 200, body: account },
    problems: [...OWN],
  }),
} as const
