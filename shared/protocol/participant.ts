import { z } from 'zod'

/** What somebody is in an agreement: who leads, who writes, and who reads, with more or less to say. */
export const ROLES = ['facilitator', 'writer', 'commenter', 'reader', 'signatory'] as const
export type Role = (typeof ROLES)[number]

/** Whoever waits has to be admitted by who leads, and sees nothing of the agreement until then. */
export const PARTICIPANT_STATES = ['active', 'waiting', 'removed'] as const
export type ParticipantState = (typeof PARTICIPANT_STATES)[number]

/** The length of a name, of a person and of a link. */
export const NAME_LENGTH = 100

export const participant = z.object({
  personId: z.string(),
  /** Empty for who reads along without a name. */
  name: z.string(),
  partyId: z.string().nullable(),
  role: z.enum(ROLES),
  /** Gives the akkoord of the party. */
  speaksFor: z.boolean(),
  /** Told of others to who leads alone: for everybody else those who wait are not there yet. */
  state: z.enum(['active', 'waiting']),
})

/** A link as it is handed out, this once: of the secret in it only a hash is kept. */
export const invitation = z.object({
  id: z.string(),
  /** Null for who leads or belongs to no party. */
  partyId: z.string().nullable(),
  role: z.enum(ROLES),
  /** Empty: it goes by the name of its party. */
  label: z.string(),
  expiresAt: z.string(),
  /** Who comes by it waits to be admitted. */
  askFirst: z.boolean(),
  /** Complete address; the secret stands behind `#` and so in no log and no referrer. */
  url: z.string(),
})

/** What is known of a link afterwards. */
export const knownInvitation = invitation.omit({ url: true }).extend({
  createdAt: z.string(),
  revokedAt: z.string().nullable(),
  /** How many people came in by it. */
  uses: z.number().int(),
  lastUsedAt: z.string().nullable(),
})
export type KnownInvitation = z.infer<typeof knownInvitation>

/** What one is invited to, before one joins. */
export const invitedTo = z.object({
  agreementId: z.string(),
  title: z.string(),
  role: z.enum(ROLES),
  partyId: z.string().nullable(),
  partyName: z.string().nullable(),
  parties: z.array(z.object({ id: z.string(), name: z.string(), role: z.string().nullable() })),
  askFirst: z.boolean(),
})
