import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getAdvice = ({ advice }: HttpParts) =>
  answer(endpoints.getAdvice, ({ participation }) => advice.view(participation))
