import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { leading } from './lead.ts'
import type { HttpParts } from './parts.ts'
import { presentParticipant } from './present-participant.ts'

export const admitParticipant = ({ admission }: HttpParts) =>
  answer(endpoints.admitParticipant, async ({ params, participation }) =>
    presentParticipant(await admission.admit(leading(participation), params.personId)),
  )
