import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getRounds = ({ consultation }: HttpParts) =>
  answer(endpoints.getRounds, async ({ participation }) => ({
    parties: await consultation.view(participation),
  }))
