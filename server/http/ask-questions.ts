import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const askQuestions = ({ advice }: HttpParts) =>
  answer(endpoints.askQuestions, ({ participation }) => advice.askQuestions(participation))
