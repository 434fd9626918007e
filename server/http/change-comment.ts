import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const changeComment = ({ comments }: HttpParts) =>
  answer(endpoints.changeComment, async ({ participation, params, body }) => ({
    thread: await comments.change(participation, params.threadId, params.commentId, body.text),
  }))
