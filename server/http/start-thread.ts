import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const startThread = ({ comments }: HttpParts) =>
  answer(endpoints.startThread, async ({ participation, body }) => ({
    thread: await comments.start(participation, body),
  }))
