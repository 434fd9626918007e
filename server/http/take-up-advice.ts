import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const takeUpAdvice = ({ advice }: HttpParts) =>
  answer(endpoints.takeUpAdvice, ({ body, participation }) => advice.takeUp(participation, body))
