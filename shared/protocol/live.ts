import { z } from 'zod'

/**
 * The live connection. `ws(s)://…/sync/<documentId>` speaks the y-websocket protocol; message types 0-3 are its own. A client
 * that asks for the subprotocols `handslag.1` and `handslag-schema.<n>` also gets type 100: one notice, as a var string of
 * JSON behind the type.
 */
export const SYNC_PATH = '/sync/'
export const SUBPROTOCOL = 'handslag.1'
export const SCHEMA_PREFIX = 'handslag-schema.'
/** Raise when a node, mark or field is added that an older editor would delete while drawing. A test guards it. */
export const SCHEMA_VERSION = 1

export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, notice: 100 } as const

/** Close codes. 4400-4499 end it for good: y-websocket stops retrying there. */
export const CLOSE = {
  notKnown: 4401,
  notAllowed: 4403,
  noSuchDocument: 4404,
  goingDown: 4503,
  tooSlow: 4513,
  tooMuch: 4529,
  tooLarge: 1009,
} as const

/** Why a write was not taken. The screen has a sentence for each. */
export const REFUSAL_REASONS = [
  'read_only',
  'older_schema',
  'malformed',
  'gap',
  'too_large',
  'not_kept',
  'foreign_client',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** What the server tells a client of ours. `upTo` and `message` count the writes (sync step 2 and update) this connection sent, from 1. */
export const serverNotice = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('welcome'),
    epoch: z.string(),
    schema: z.number().int(),
    role: z.string(),
    canWrite: z.boolean(),
    personId: z.string(),
  }),
  z.object({ kind: z.literal('kept'), upTo: z.number().int() }),
  z.object({ kind: z.literal('refused'), message: z.number().int(), reason: z.enum(REFUSAL_REASONS) }),
  z.object({ kind: z.literal('role'), role: z.string(), canWrite: z.boolean() }),
  z.object({
    kind: z.literal('changed'),
    what: z.enum([
      'participants',
      'comments',
      'akkoord',
      'settings',
      'scan',
      'steps',
      'advice',
      'consultation',
    ]),
  }),
])
export type ServerNotice = z.infer<typeof serverNotice>

/** What everybody sees of a present person. The server writes `user` from what it knows; a client's own claim is replaced. */
export const presence = z.object({
  user: z.object({
    personId: z.string(),
    name: z.string(),
    partyId: z.string().nullable(),
    role: z.string(),
  }),
  /** Article or annex the person is in, when known. */
  place: z.string().max(80).nullable().optional(),
})
export type Presence = z.infer<typeof presence>
