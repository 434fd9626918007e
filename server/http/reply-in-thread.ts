import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const replyInThread = ({ comments }: HttpParts) =>
  answer(endpoints.replyInThread, async ({ participation, params, body }) => ({
    thread: await comments.reply(participation, params.threadId, body),
  }))
