import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const metrics = ({ registry }: HttpParts) =>
  answer(endpoints.metrics, async ({ reply }) => {
    reply.type(registry.contentType)
    return registry.metrics()
  })
