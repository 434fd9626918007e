import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const removeComment = ({ comments }: HttpParts) =>
  answer(endpoints.removeComment, async ({ participation, params }) => ({
    thread: await comments.remove(participation, params.threadId, params.commentId),
  }))
