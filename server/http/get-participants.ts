import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Participation } from '../access/participation.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getParticipants = ({ agreements }: HttpParts) =>
  answer(endpoints.getParticipants, async ({ params, participation, caller }) => ({
    // A member without a name of its own yet goes by the name of its token.
    you: present({ ...participation, name: participation.name || caller.name }),
    participants: (await agreements.participants(params.id)).map(present),
  }))

const present = ({ personId, name, partyId, role }: Participation) => ({ personId, name, partyId, role })
