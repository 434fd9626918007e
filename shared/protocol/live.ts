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
export const SCHEMA_VERSION = 2

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

/** Why a document takes no writes of anybody for now. Its words stay readable, and writing goes on by itself once that is over. */
export const HOLDS = ['archived', 'fixed'] as const
export type Hold = (typeof HOLDS)[number]

/** Why a write was not taken. The screen has a sentence for each. */
export const REFUSAL_REASONS = [
  ...HOLDS,
  'read_only',
  'older_schema',
  'malformed',
  'gap',
  'too_large',
  'not_kept',
  'foreign_client',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** Whether the reason is one of the document, not of the write or its writer. */
export function isHold(reason: RefusalReason | null): reason is Hold {
  return HOLDS.some((hold) => hold === reason)
}

/**
 * Whether what was refused for this hold waits for its end. What is written when a text is fixed does not: that text is done, and the words are offered
 * back to who wrote them.
 */
export function waitsForEnd(reason: RefusalReason | null): boolean {
  return isHold(reason) && reason !== 'fixed'
}

/** Absent from servers that know no holds; one that this page does not know yet shows by `canWrite` alone. */
const hold = z.enum(HOLDS).nullable().catch(null)

/** What the server tells a client of ours. `upTo` and `message` count the writes (sync step 2 and update) this connection sent, from 1. */
export const serverNotice = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('welcome'),
    epoch: z.string(),
    schema: z.number().int(),
    role: z.string(),
    canWrite: z.boolean(),
    hold,
    personId: z.string(),
  }),
  z.object({ kind: z.literal('kept'), upTo: z.number().int() }),
  z.object({ kind: z.literal('refused'), message: z.number().int(), reason: z.enum(REFUSAL_REASONS) }),
  z.object({ kind: z.literal('role'), role: z.string(), canWrite: z.boolean(), hold }),
  z.object({
    kind: z.literal('changed'),
    what: z.enum([
      'participants',
      'comments',
      'akkoord',
      'proposals',
      'settings',
      'scan',
      'steps',
      'advice',
      'consultation',
      'meeting',
      'open-points',
      'versions',
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
  /** Article or annex that this person shows to everybody. The server passes it on from who leads alone (PR8 in server/rooms/SPEC.md). */
  presents: z.string().max(80).nullable().optional(),
})
export type Presence = z.infer<typeof presence>
