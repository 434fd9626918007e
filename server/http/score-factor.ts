import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const scoreFactor = ({ scan }: HttpParts) =>
  answer(endpoints.scoreFactor, async ({ participation, body }) => scan.score(participation, body))
