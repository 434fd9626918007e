import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { checkName, enter } from './enter.ts'
import type { HttpParts } from './parts.ts'

export const enterRoom = (parts: HttpParts) =>
  answer(endpoints.enterRoom, async ({ body, caller, request, reply }) => {
    checkName({ body })
    const { admission, guesses } = parts
    const find = () => admission.enterRoom(body.code, body.partyId, body.readAlong)
    const invitation = await guesses.guarded(request.ip, Date.now(), find)
    const { agreementId, participant } = await enter(parts, invitation, { body, caller, request, reply })
    await admission.countCodeUse(agreementId)
    return { agreementId, participant }
  })
