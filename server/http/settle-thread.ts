import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const settleThread = ({ comments }: HttpParts) =>
  answer(endpoints.settleThread, async ({ participation, params, body }) => ({
    thread: await comments.settle(participation, params.threadId, body.state),
  }))
