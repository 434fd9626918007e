import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { leading } from './lead.ts'
import type { HttpParts } from './parts.ts'

export const makeRoomCode = ({ admission }: HttpParts) =>
  answer(endpoints.makeRoomCode, async ({ participation, body }) =>
    admission.openRoomCode(leading(participation), body.askFirst),
  )
