import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const agreementId = z.object({ id: z.string().min(1).max(80) })

/** Whom a note is for: all parties, or the own organisation alone (for who leads without a party: the others who lead so). */
export const NOTE_AUDIENCES = ['shared', 'own'] as const
export type NoteAudience = (typeof NOTE_AUDIENCES)[number]

/** A point of a checklist is done or not; a trait of a partner fits already or grows. Never a number. */
export const NOTE_MARKS = ['none', 'done', 'fits', 'grows'] as const
export type NoteMark = (typeof NOTE_MARKS)[number]

const written = { text: z.string(), by: z.string(), at: z.string() }

/** What stands with one item of the seven steps. */
export const stepNote = z.object({
  /** `<step>.<item>` of the catalogue. */
  itemId: z.string(),
  /** The party that a trait of the partner profile is about. */
  aboutPartyId: z.string().nullable(),
  audience: z.enum(NOTE_AUDIENCES),
  text: z.string(),
  /** Number of the text as it stands; null when there never was one. To be sent along with the next text. */
  version: z.number().int().nullable(),
  writtenBy: z.string().nullable(),
  writtenAt: z.string().nullable(),
  mark: z.enum(NOTE_MARKS),
  markedBy: z.string().nullable(),
  markedAt: z.string().nullable(),
  /** True when the text was written without having seen the text before it. */
  overlapped: z.boolean(),
  /** Texts that stood here before and whose words are not all in the text of now, the newest first. */
  earlier: z.array(z.object(written)),
})
export type StepNote = z.infer<typeof stepNote>

/** A mark or a text; the other stays as it is. */
export const stepNoteChange = z.object({
  itemId: z.string().max(100),
  aboutPartyId: z.string().max(80).nullable().default(null),
  audience: z.enum(NOTE_AUDIENCES),
  mark: z.enum(NOTE_MARKS).optional(),
  text: z.string().max(5000).optional(),
  /** The version that the writer of the text had before them; null for none. */
  basedOn: z.number().int().nullable().default(null),
})

export const stepsEndpoints = {
  getStepNotes: endpoint({
    name: 'getStepNotes',
    method: 'GET',
    path: '/api/v1/agreements/:id/step-notes',
    summary: 'Notes and ticks with the seven steps: the shared ones, and those of the own organisation',
    access: 'agreement',
    params: agreementId,
    success: { status: 200, body: z.object({ notes: z.array(stepNote) }) },
    problems: ['not-signed-in', 'not-allowed', 'unknown-agreement'],
  }),
  writeStepNote: endpoint({
    name: 'writeStepNote',
    method: 'POST',
    path: '/api/v1/agreements/:id/step-notes',
    summary: 'Tick an item of the seven steps or write a note with it; every version is kept',
    access: 'agreement',
    params: agreementId,
    body: stepNoteChange,
    success: { status: 200, body: stepNote },
    problems: [
      'malformed-request',
      'not-signed-in',
      'not-allowed',
      'wrong-origin',
      'unknown-agreement',
      'too-many-requests',
      'cannot-keep',
    ],
  }),
} as const
