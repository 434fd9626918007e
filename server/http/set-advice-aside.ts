import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const setAdviceAside = ({ advice }: HttpParts) =>
  answer(endpoints.setAdviceAside, ({ body, participation }) => advice.setAside(participation, body))
