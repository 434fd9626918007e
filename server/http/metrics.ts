import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { Measures } from './measures.ts'

export const metrics = ({ registry }: Measures) =>
  answer(endpoints.metrics, async ({ reply }) => {
    reply.type(registry.contentType)
    return registry.metrics()
  })
