import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const seeRoom = ({ admission, guesses }: HttpParts) =>
  answer(endpoints.seeRoom, async ({ body, request }) =>
    guesses.guarded(request.ip, Date.now(), () => admission.seeRoom(body.code)),
  )
