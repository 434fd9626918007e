import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import {
  invitation,
  invitedTo,
  knownInvitation,
  NAME_LENGTH,
  PARTICIPANT_STATES,
  participant,
  ROLES,
} from './participant.ts'

const agreementId = z.object({ id: z.string().min(1).max(80) })
const personId = agreementId.extend({ personId: z.string().min(1).max(80) })
const partyId = z.string().max(80).nullable()
const name = z.string().trim().max(NAME_LENGTH)
const moment = z.string()

/** Links live no longer than this, in days; so long they live when nothing else is said. */
export const LONGEST_INVITATION = 90

/** A room code as somebody types it: spaces, dashes and small letters do no harm. */
const roomCode = z.string().max(40)

/** What is known of the code that is open now. The code itself is told only to who makes it. */
const openRoomCode = z.object({ expiresAt: moment, askFirst: z.boolean(), uses: z.number().int() })

/** How somebody comes in. */
const entering = {
  /** Needed by who writes; who reads along may leave it empty. */
  name: name.default(''),
  /** Reading along only, whatever the link is for: then no name is needed. */
  readAlong: z.boolean().default(false),
  /** On a computer that others use too the browser forgets who this is when it is closed. */
  sharedComputer: z.boolean().default(false),
}
export const joining = z.object({ secret: z.string().max(200), ...entering })

const reading = ['not-signed-in', 'not-allowed', 'unknown-agreement'] as const
const leading = [...reading, 'malformed-request', 'wrong-origin', 'cannot-keep', 'too-many-requests'] as const
const byCode = ['malformed-request', 'invalid-code', 'wrong-origin', 'too-many-requests'] as const

/** Who comes in, by what, and who may do what once inside. All but entering is for who leads the agreement. */
export const peopleEndpoints = {
  invite: endpoint({
    name: 'invite',
    method: 'POST',
    path: '/api/v1/agreements/:id/invitations',
    summary: 'Make an invitation link for one party and role',
    access: 'agreement',
    params: agreementId,
    body: z.object({
      partyId,
      role: z.enum(ROLES),
      label: name.default(''),
      /** At most 90 days from now, which it is when absent. */
      expiresAt: z.iso.datetime({ offset: true }).optional(),
      askFirst: z.boolean().default(false),
    }),
    success: { status: 201, body: invitation },
    whileArchived: true,
    problems: leading,
  }),
  listInvitations: endpoint({
    name: 'listInvitations',
    method: 'GET',
    path: '/api/v1/agreements/:id/invitations',
    summary: 'The links of an agreement, withdrawn and expired ones included, and the room code that is open',
    access: 'agreement',
    params: agreementId,
    success: {
      status: 200,
      body: z.object({ invitations: z.array(knownInvitation), roomCode: openRoomCode.nullable() }),
    },
    problems: reading,
  }),
  revokeInvitation: endpoint({
    name: 'revokeInvitation',
    method: 'POST',
    path: '/api/v1/agreements/:id/invitations/:invitationId/revoke',
    summary: 'Withdraw a link; who came in by it stays',
    access: 'agreement',
    params: agreementId.extend({ invitationId: z.string().min(1).max(80) }),
    success: { status: 204 },
    whileArchived: true,
    problems: [...leading, 'unknown-invitation'],
  }),
  closeLinks: endpoint({
    name: 'closeLinks',
    method: 'POST',
    path: '/api/v1/agreements/:id/invitations/close',
    summary: 'Withdraw all links and the room code at once; who is in stays',
    access: 'agreement',
    params: agreementId,
    success: { status: 200, body: z.object({ closed: z.number().int() }) },
    whileArchived: true,
    problems: leading,
  }),
  makeRoomCode: endpoint({
    name: 'makeRoomCode',
    method: 'POST',
    path: '/api/v1/agreements/:id/room-code',
    summary: 'Open a short code to say aloud, for twelve hours; the one before it stops working',
    access: 'agreement',
    params: agreementId,
    body: z.object({ askFirst: z.boolean().default(false) }),
    success: { status: 201, body: openRoomCode.extend({ code: z.string() }) },
    whileArchived: true,
    problems: leading,
  }),
  closeRoomCode: endpoint({
    name: 'closeRoomCode',
    method: 'POST',
    path: '/api/v1/agreements/:id/room-code/close',
    summary: 'Close the room code',
    access: 'agreement',
    params: agreementId,
    success: { status: 204 },
    whileArchived: true,
    problems: leading,
  }),
  seeRoom: endpoint({
    name: 'seeRoom',
    method: 'POST',
    path: '/api/v1/room-codes/see',
    summary: 'What a room code is for, before one enters',
    access: 'public',
    body: z.object({ code: roomCode }),
    success: { status: 200, body: invitedTo },
    problems: byCode,
  }),
  enterRoom: endpoint({
    name: 'enterRoom',
    method: 'POST',
    path: '/api/v1/room-codes/enter',
    summary: 'Exchange a room code, a name and a party for a session cookie',
    access: 'public',
    body: z.object({ code: roomCode, partyId, ...entering }),
    success: { status: 201, body: z.object({ agreementId: z.string(), participant }) },
    problems: byCode,
  }),
  seeEntry: endpoint({
    name: 'seeEntry',
    method: 'GET',
    path: '/api/v1/entries/:id',
    summary: 'Whether the caller is in an agreement, waits to be admitted, or was removed',
    access: 'signedIn',
    params: agreementId,
    success: { status: 200, body: z.object({ state: z.enum([...PARTICIPANT_STATES, 'none']) }) },
    problems: ['not-signed-in'],
  }),
  getParticipants: endpoint({
    name: 'getParticipants',
    method: 'GET',
    path: '/api/v1/agreements/:id/participants',
    summary: 'The people in this agreement, and who is calling; who leads also sees who waits to be admitted',
    access: 'agreement',
    params: agreementId,
    success: { status: 200, body: z.object({ you: participant, participants: z.array(participant) }) },
    problems: reading,
  }),
  changeParticipant: endpoint({
    name: 'changeParticipant',
    method: 'PATCH',
    path: '/api/v1/agreements/:id/participants/:personId',
    summary:
      'Give a participant another name, role or party, or the word of their party; it holds at once, also where they are connected',
    access: 'agreement',
    params: personId,
    body: z.object({
      name: name.min(1).optional(),
      role: z.enum(ROLES).optional(),
      partyId: partyId.optional(),
      /** Whether they give the akkoord of their party. */
      speaksFor: z.boolean().optional(),
    }),
    success: { status: 200, body: participant },
    whileArchived: true,
    problems: [...leading, 'unknown-participant', 'last-facilitator'],
  }),
  removeParticipant: endpoint({
    name: 'removeParticipant',
    method: 'POST',
    path: '/api/v1/agreements/:id/participants/:personId/remove',
    summary:
      'Remove a participant, or somebody who waits; connections end at once and what was written stays',
    access: 'agreement',
    params: personId,
    success: { status: 204 },
    whileArchived: true,
    problems: [...leading, 'unknown-participant', 'last-facilitator'],
  }),
  admitParticipant: endpoint({
    name: 'admitParticipant',
    method: 'POST',
    path: '/api/v1/agreements/:id/participants/:personId/admit',
    summary: 'Let somebody in who waits',
    access: 'agreement',
    params: personId,
    success: { status: 200, body: participant },
    whileArchived: true,
    problems: [...leading, 'unknown-participant'],
  }),
} as const
