import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Participation } from '../access/participation.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getParticipants = ({ agreements }: HttpParts) =>
  answer(endpoints.getParticipants, async ({ params, participation }) => ({
    you: present(participation),
    participants: (await agreements.participants(params.id)).map(present),
  }))

const present = ({ personId, name, partyId, role }: Participation) => ({ personId, name, partyId, role })
