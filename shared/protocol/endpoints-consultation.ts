import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { NAME_LENGTH } from './participant.ts'

const id = z.string().min(1).max(80)
const agreementId = z.object({ id })
const moment = z.string()

/** The length of one remark. */
export const REMARK_LENGTH = 2000

/** What somebody wrote who read along without a name. */
const remark = {
  id: z.string(),
  /** Article or annex it is about; null for the agreement as a whole. */
  sectionId: z.string().nullable(),
  text: z.string(),
  at: moment,
}
export const ownRemark = z.object(remark)
export type OwnRemark = z.infer<typeof ownRemark>

export const gatheredRemark = z.object({
  ...remark,
  /** What the article was called when the remark was written: it may have another number by now, or be gone. */
  heading: z.string(),
  roundId: z.string(),
})
export type GatheredRemark = z.infer<typeof gatheredRemark>

/** A reading link, as far as it is known after it was made. */
export const round = z.object({
  id: z.string(),
  partyId: z.string(),
  /** Empty: it has no name of its own. */
  label: z.string(),
  createdAt: moment,
  expiresAt: moment,
  closedAt: moment.nullable(),
  /** On how many devices it was opened. */
  uses: z.number().int(),
  lastUsedAt: moment.nullable(),
  /** How many remarks came in by it. */
  remarks: z.number().int(),
})
export type Round = z.infer<typeof round>

/** What somebody may see of the round of one party. */
export const partyRound = z.object({
  partyId: z.string(),
  /** May make reading links and close them. */
  mayLead: z.boolean(),
  /** May choose whether all parties see the remarks. */
  mayShare: z.boolean(),
  /** May remove remarks. */
  mayRemove: z.boolean(),
  isShared: z.boolean(),
  rounds: z.array(round),
  /** Null for who may not see them. */
  remarks: z.array(gatheredRemark).nullable(),
})
export type PartyRound = z.infer<typeof partyRound>

/** What stands on the page of who reads: nothing that is not on paper, and nothing of people. */
export const reading = z.object({
  partyName: z.string(),
  /** All parties see the remarks, not only the one whose round it is. */
  isShared: z.boolean(),
  expiresAt: moment,
  /** See `shared/outline/outline.ts`. */
  outline: z.record(z.string(), z.unknown()),
  explanations: z.array(
    z.object({ sectionId: z.string(), guidance: z.string().nullable(), question: z.string().nullable() }),
  ),
  /** What was sent from this device. */
  remarks: z.array(ownRemark),
})
export type Reading = z.output<typeof reading>

const seeing = ['not-signed-in', 'not-allowed', 'unknown-agreement'] as const
const changing = [...seeing, 'malformed-request', 'wrong-origin', 'cannot-keep', 'too-many-requests'] as const
const byReader = [
  'not-signed-in',
  'malformed-request',
  'wrong-origin',
  'cannot-keep',
  'too-many-requests',
] as const

/** The round along the support base (achterbanronde) of a party. Domain pack, agreement.md 4. */
export const consultationEndpoints = {
  getRounds: endpoint({
    name: 'getRounds',
    method: 'GET',
    path: '/api/v1/agreements/:id/rounds',
    summary: 'The reading links of the parties one may see, and the remarks that came in by them',
    access: 'agreement',
    params: agreementId,
    success: { status: 200, body: z.object({ parties: z.array(partyRound) }) },
    problems: seeing,
  }),
  openRound: endpoint({
    name: 'openRound',
    method: 'POST',
    path: '/api/v1/agreements/:id/rounds',
    summary: 'Make a reading link of one party, by which people read without a name and send remarks',
    access: 'agreement',
    params: agreementId,
    body: z.object({
      partyId: id,
      label: z.string().trim().max(NAME_LENGTH).default(''),
      /** At most 90 days from now; four weeks when absent. */
      expiresAt: z.iso.datetime({ offset: true }).optional(),
    }),
    success: { status: 201, body: round.extend({ url: z.string() }) },
    problems: changing,
  }),
  closeRound: endpoint({
    name: 'closeRound',
    method: 'POST',
    path: '/api/v1/agreements/:id/rounds/:roundId/close',
    summary: 'Close a reading link: who has it reads and writes no more; what they sent stays',
    access: 'agreement',
    params: agreementId.extend({ roundId: id }),
    success: { status: 204 },
    whileArchived: true,
    problems: [...changing, 'unknown-invitation'],
  }),
  shareRemarks: endpoint({
    name: 'shareRemarks',
    method: 'POST',
    path: '/api/v1/agreements/:id/rounds/shared',
    summary: 'Choose whether all parties see the remarks that one party gathered',
    access: 'agreement',
    params: agreementId,
    body: z.object({ partyId: id, isShared: z.boolean() }),
    success: { status: 204 },
    problems: changing,
  }),
  removeRemark: endpoint({
    name: 'removeRemark',
    method: 'DELETE',
    path: '/api/v1/agreements/:id/rounds/:roundId/remarks/:remarkId',
    summary:
      'Remove a remark that a party gathered, for instance because it names somebody; it is kept nowhere any more',
    access: 'agreement',
    params: agreementId.extend({ roundId: id, remarkId: id }),
    success: { status: 204 },
    whileArchived: true,
    problems: [...changing, 'unknown-invitation'],
  }),
  openReading: endpoint({
    name: 'openReading',
    method: 'POST',
    path: '/api/v1/reading/open',
    summary: 'Exchange a reading link for a cookie that opens the reading page and nothing else',
    access: 'public',
    body: z.object({ secret: z.string().max(200) }),
    success: { status: 204 },
    problems: ['malformed-request', 'invalid-invitation', 'wrong-origin', 'cannot-keep', 'too-many-requests'],
  }),
  getReading: endpoint({
    name: 'getReading',
    method: 'GET',
    path: '/api/v1/reading',
    summary: 'The agreement as it reads on paper, without anything of people, with its explanations',
    access: 'reading',
    perMinute: 60,
    success: { status: 200, body: reading },
    problems: ['not-signed-in', 'too-many-requests'],
  }),
  sendRemark: endpoint({
    name: 'sendRemark',
    method: 'POST',
    path: '/api/v1/reading/remarks',
    summary:
      'Send a remark about an article to the party whose reading link it is; sending it twice keeps it once',
    access: 'reading',
    body: z.object({
      /** Made by who sends: a remark that is sent again after a bad connection is the same one. */
      id: z.string().regex(/^[A-Za-z0-9_-]{16,40}$/),
      sectionId: id.nullable(),
      text: z.string().trim().min(1).max(REMARK_LENGTH),
    }),
    perMinute: 20,
    success: { status: 201, body: ownRemark },
    problems: byReader,
  }),
  withdrawRemark: endpoint({
    name: 'withdrawRemark',
    method: 'DELETE',
    path: '/api/v1/reading/remarks/:remarkId',
    summary: 'Take back a remark that was sent from this device; it is kept nowhere any more',
    access: 'reading',
    params: z.object({ remarkId: id }),
    success: { status: 204 },
    whileArchived: true,
    problems: byReader,
  }),
  leaveReading: endpoint({
    name: 'leaveReading',
    method: 'POST',
    path: '/api/v1/reading/leave',
    summary: 'Forget on this device who read here; what was sent stays sent',
    access: 'reading',
    success: { status: 204 },
    whileArchived: true,
    problems: ['not-signed-in', 'wrong-origin', 'too-many-requests'],
  }),
} as const
