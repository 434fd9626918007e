import { endpoints } from '../../shared/protocol/endpoints.ts'
import { mayLead } from '../access/participation.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'
import { presentParticipant } from './present-participant.ts'

export const getParticipants = ({ agreements, admission }: HttpParts) =>
  answer(endpoints.getParticipants, async ({ params, participation, caller }) => {
    const everybody = mayLead(participation) ? admission.withWaiting : agreements.participants
    return {
      // A member without a name of its own yet goes by the name of its token.
      you: presentParticipant({ ...participation, name: participation.name || caller.name }),
      participants: (await everybody(params.id)).map(presentParticipant),
    }
  })
