import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { leading } from './lead.ts'
import type { HttpParts } from './parts.ts'

export const removeParticipant = ({ admission }: HttpParts) =>
  answer(endpoints.removeParticipant, async ({ params, participation }) => {
    await admission.remove(leading(participation), params.personId)
    return undefined
  })
