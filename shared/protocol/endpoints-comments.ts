import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** For whom a thread is: all parties, or the own organisation alone (for who leads without a party: the others who lead so). */
export const CIRCLES = ['everyone', 'organisation'] as const
export type Circle = (typeof CIRCLES)[number]

export const THREAD_STATES = ['open', 'resolved'] as const
export type ThreadState = (typeof THREAD_STATES)[number]

/** What one comment, and the words it is about, may hold (signs), and how much one circle of an agreement may. */
export const COMMENT_BOUNDS = { text: 4000, quote: 600, threads: 2000, comments: 200 } as const

const agreementId = z.object({ id: z.string().min(1).max(80) })
/** Made by who writes, at random: a command that is sent again does nothing twice. */
const newId = z.string().regex(/^[A-Za-z0-9_-]{16,40}$/)
const id = z.string().min(1).max(80)
const threadId = agreementId.extend({ threadId: id })
const commentId = threadId.extend({ commentId: id })

/** What was there to read when somebody began: it may be gone later. Who began it said so; nobody else does. */
const quote = z.string().max(COMMENT_BOUNDS.quote)
/** A Yjs relative position as Yjs packs it, in base64. Pages find the place; the server reads no positions. */
const position = z.base64().min(1).max(200)

const beside = z.string().max(60).default('')

/** What a thread is about. `articleId` is the id of an article or an annex. */
export const commentAnchor = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('passage'),
    articleId: id,
    ...{ from: position, to: position, quote },
    /** What stood beside it, by which it is found again when an editor wrote it anew. */
    ...{ before: beside, after: beside },
  }),
  z.object({ kind: z.literal('article'), articleId: id, quote }),
  z.object({ kind: z.literal('fact'), address: z.string().min(1).max(200), quote }),
  z.object({ kind: z.literal('row'), list: id, rowId: id, quote }),
  z.object({ kind: z.literal('proposal'), proposalId: id, quote }),
])
export type CommentAnchor = z.infer<typeof commentAnchor>

/**
 * The words of a comment. A participant is mentioned as `@[<personId>]`, so that the name shown is the name of now, and of who is
 * erased none stays.
 */
const text = z.string().trim().min(1).max(COMMENT_BOUNDS.text)

/** Who did something, and for which party they were there at that moment; the name is the one they go by now. */
const person = z.object({ personId: z.string(), name: z.string(), partyId: z.string().nullable() })

export const comment = z.object({
  id: z.string(),
  author: person,
  /** Empty when it was taken away. */
  text: z.string(),
  /** The people in the text that are people here, by the name they go by now. */
  mentions: z.array(z.object({ personId: z.string(), name: z.string() })),
  at: z.string(),
  /** When its words last became others; null: never. */
  changedAt: z.string().nullable(),
  isRemoved: z.boolean(),
})
export type Comment = z.infer<typeof comment>

export const thread = z.object({
  id: z.string(),
  circle: z.enum(CIRCLES),
  anchor: commentAnchor,
  state: z.enum(THREAD_STATES),
  /** Who last resolved it or opened it again; null when nobody did. */
  stateBy: person.nullable(),
  stateAt: z.string().nullable(),
  /** The oldest first. */
  comments: z.array(comment),
})
export type Thread = z.infer<typeof thread>

export const newThread = z.object({
  threadId: newId,
  commentId: newId,
  circle: z.enum(CIRCLES),
  /**
   * The party that the writer belonged to when they chose the circle; null for none. It holds back what was written within one organisation
   * and is sent when its writer is in another.
   */
  partyId: id.nullable(),
  anchor: commentAnchor,
  text,
})
export const newReply = z.object({ commentId: newId, text })

/** The thread as it is then; null when nothing of it is left. */
const changed = { status: 200, body: z.object({ thread: thread.nullable() }) } as const
const reading = ['not-signed-in', 'not-allowed', 'unknown-agreement'] as const
const changing = [
  ...reading,
  'malformed-request',
  'wrong-origin',
  'unknown-thread',
  'too-many-requests',
  'cannot-keep',
] as const

/** Comments: what people say to each other about a place of the agreement. They stand in no snapshot, and in a file only where it is asked for. */
export const commentEndpoints = {
  getComments: endpoint({
    name: 'getComments',
    method: 'GET',
    path: '/api/v1/agreements/:id/comments',
    summary: 'The threads that are for everyone, and those of the own organisation, the oldest first',
    access: 'agreement',
    params: agreementId,
    success: { status: 200, body: z.object({ threads: z.array(thread) }) },
    problems: reading,
  }),
  startThread: endpoint({
    name: 'startThread',
    method: 'POST',
    path: '/api/v1/agreements/:id/comments',
    summary: 'Say something about a place; the same ids again do nothing twice',
    access: 'agreement',
    params: agreementId,
    body: newThread,
    success: changed,
    problems: [...changing, 'too-many-comments'],
  }),
  replyInThread: endpoint({
    name: 'replyInThread',
    method: 'POST',
    path: '/api/v1/agreements/:id/comments/:threadId/replies',
    summary: 'Reply; a thread that was resolved is open again then',
    access: 'agreement',
    params: threadId,
    body: newReply,
    success: changed,
    problems: [...changing, 'too-many-comments'],
  }),
  settleThread: endpoint({
    name: 'settleThread',
    method: 'POST',
    path: '/api/v1/agreements/:id/comments/:threadId/state',
    summary: 'Resolve a thread, or open it again',
    access: 'agreement',
    params: threadId,
    body: z.object({ state: z.enum(THREAD_STATES) }),
    success: changed,
    problems: changing,
  }),
  changeComment: endpoint({
    name: 'changeComment',
    method: 'PATCH',
    path: '/api/v1/agreements/:id/comments/:threadId/:commentId',
    summary: 'Give the own comment other words; it says that it was changed',
    access: 'agreement',
    params: commentId,
    body: z.object({ text }),
    success: changed,
    problems: changing,
  }),
  removeComment: endpoint({
    name: 'removeComment',
    method: 'DELETE',
    path: '/api/v1/agreements/:id/comments/:threadId/:commentId',
    summary: 'Take away the own comment; its words are kept no longer',
    access: 'agreement',
    params: commentId,
    success: changed,
    problems: changing,
  }),
} as const
