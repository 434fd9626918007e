import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { leading } from './lead.ts'
import type { HttpParts } from './parts.ts'
import { presentParticipant } from './present-participant.ts'

export const changeParticipant = ({ admission }: HttpParts) =>
  answer(endpoints.changeParticipant, async ({ params, body, participation }) =>
    presentParticipant(await admission.change(leading(participation), params.personId, body)),
  )
