import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const removeRemark = ({ consultation }: HttpParts) =>
  answer(endpoints.removeRemark, async ({ participation, params }) => {
    await consultation.remove(participation, params.roundId, params.remarkId)
    return undefined
  })
