import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getAdviceTexts = ({ library }: HttpParts) =>
  answer(endpoints.getAdviceTexts, async () => library.advice)
