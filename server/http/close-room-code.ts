import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { leading } from './lead.ts'
import type { HttpParts } from './parts.ts'

export const closeRoomCode = ({ admission }: HttpParts) =>
  answer(endpoints.closeRoomCode, async ({ participation }) => {
    await admission.closeRoomCode(leading(participation))
    return undefined
  })
