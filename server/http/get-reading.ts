import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getReading = ({ consultation }: HttpParts) =>
  answer(endpoints.getReading, async ({ reader }) => consultation.reading(reader))
