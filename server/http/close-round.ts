import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const closeRound = ({ consultation }: HttpParts) =>
  answer(endpoints.closeRound, async ({ params, participation }) => {
    await consultation.close(participation, params.roundId)
    return undefined
  })
