import { z } from 'zod'
import { CIRCLES, commentAnchor, THREAD_STATES } from '../../shared/protocol/endpoints-comments.ts'
import { queuesOnDevice } from './command-queue.ts'

const ids = { threadId: z.string(), commentId: z.string() }

/** What somebody does with comments, as it is sent to the server. Each can be sent twice and is done once. */
export const commentCommand = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    ...ids,
    circle: z.enum(CIRCLES),
    partyId: z.string().nullable(),
    anchor: commentAnchor,
    text: z.string(),
  }),
  z.object({ kind: z.literal('reply'), ...ids, text: z.string() }),
  z.object({ kind: z.literal('change'), ...ids, text: z.string() }),
  z.object({ kind: z.literal('remove'), ...ids }),
  z.object({ kind: z.literal('settle'), threadId: z.string(), state: z.enum(THREAD_STATES) }),
])
export type CommentCommand = z.output<typeof commentCommand>

/** What people said here and the server does not have. */
export const commentQueues = queuesOnDevice<CommentCommand>('handslag.comments.', commentCommand)
