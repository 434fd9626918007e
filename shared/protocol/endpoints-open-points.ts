import { z } from 'zod'
import { clientMadeId } from './client-made-id.ts'
import { endpoint } from './endpoint.ts'

const id = z.string().min(1).max(80)
const agreementId = z.object({ id })
const aPoint = agreementId.extend({ pointId: id })

/** The length of what is still to be done. */
export const POINT_LENGTH = 1000
/** As many points as an agreement has open and done at once; what was removed does not count. */
export const MOST_POINTS = 500

/** Who does it: one of those who take part, or a whole party. */
export const pointOwner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: id }),
  z.object({ kind: z.literal('party'), partyId: id }),
])
export type PointOwner = z.infer<typeof pointOwner>

/** A day as it is written in a calendar, in a year that people plan for. */
const day = z.iso.date().refine((date) => date >= '2000-01-01' && date < '2200-01-01')

const told = {
  text: z.string().trim().min(1).max(POINT_LENGTH),
  /** Null: nobody yet. */
  owner: pointOwner.nullable(),
  /** The day (`YYYY-MM-DD`) before the end of which it is done; null: no day yet. */
  due: day.nullable(),
}

export const openPoint = z.object({
  id: z.string(),
  /** Article or annex it is about; null for the agreement as a whole. */
  sectionId: z.string().nullable(),
  /** What the article was called when the point was made: it may have another number by now, or be gone. */
  heading: z.string(),
  text: z.string(),
  owner: pointOwner.nullable(),
  /** What the person who does it is called; null for a party and for nobody. */
  ownerName: z.string().nullable(),
  due: z.string().nullable(),
  madeBy: z.string(),
  madeByName: z.string(),
  madeAt: z.string(),
  /** Null while it is open. */
  done: z.object({ at: z.string(), by: z.string(), byName: z.string() }).nullable(),
})
export type OpenPoint = z.infer<typeof openPoint>

export const newOpenPoint = z.object({
  id: clientMadeId,
  sectionId: id.nullable(),
  ...told,
  owner: told.owner.default(null),
  due: told.due.default(null),
})
export type NewOpenPoint = z.output<typeof newOpenPoint>

export const openPointChange = z
  .object({ ...told, sectionId: id.nullable(), isDone: z.boolean() })
  .partial()
  .strict()
export type OpenPointChange = z.output<typeof openPointChange>

const seeing = ['not-signed-in', 'not-allowed', 'unknown-agreement'] as const
const changing = [...seeing, 'malformed-request', 'wrong-origin', 'cannot-keep', 'too-many-requests'] as const

/** What is still to be done or decided, per article, with who and when. Domain pack, agreement.md 4. */
export const openPointEndpoints = {
  getOpenPoints: endpoint({
    name: 'getOpenPoints',
    method: 'GET',
    path: '/api/v1/agreements/:id/open-points',
    summary: 'What is still to be done or decided, and what is done, in the order it was written down',
    access: 'agreement',
    params: agreementId,
    success: {
      status: 200,
      body: z.object({
        /** May add points, change them and take them away. */
        mayChange: z.boolean(),
        points: z.array(openPoint),
      }),
    },
    problems: seeing,
  }),
  addOpenPoint: endpoint({
    name: 'addOpenPoint',
    method: 'POST',
    path: '/api/v1/agreements/:id/open-points',
    summary: 'Write down what is still open at an article; sending it twice keeps it once',
    access: 'agreement',
    params: agreementId,
    body: newOpenPoint,
    success: { status: 201, body: openPoint },
    problems: [...changing, 'unknown-open-point', 'too-many-open-points'],
  }),
  changeOpenPoint: endpoint({
    name: 'changeOpenPoint',
    method: 'PATCH',
    path: '/api/v1/agreements/:id/open-points/:pointId',
    summary:
      'Change what an open point says, who does it or when, or that it is done; what is left out stays',
    access: 'agreement',
    params: aPoint,
    body: openPointChange,
    success: { status: 200, body: openPoint },
    problems: [...changing, 'unknown-open-point'],
  }),
  removeOpenPoint: endpoint({
    name: 'removeOpenPoint',
    method: 'DELETE',
    path: '/api/v1/agreements/:id/open-points/:pointId',
    summary: 'Take an open point away; its words are kept no longer. Doing it twice does it once',
    access: 'agreement',
    params: aPoint,
    success: { status: 204 },
    problems: [...changing, 'unknown-open-point'],
  }),
  exportOpenPoints: endpoint({
    name: 'exportOpenPoints',
    method: 'GET',
    path: '/api/v1/agreements/:id/open-points/export',
    summary: 'The open points to take along: a Word file, or a calendar file (RFC 5545) of those with a day',
    access: 'agreement',
    params: agreementId,
    query: z.object({ format: z.enum(['docx', 'ics']).default('docx') }),
    perMinute: 30,
    success: {
      status: 200,
      mediaTypes: [
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'text/calendar',
      ],
    },
    problems: [...seeing, 'malformed-request', 'too-many-requests', 'cannot-keep', 'nothing-due'],
  }),
} as const
