import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { checkName, enter } from './enter.ts'
import { presentCaller } from './me.ts'
import type { HttpParts } from './parts.ts'

export const join = (parts: HttpParts) =>
  answer(endpoints.join, async ({ body, caller, request, reply }) => {
    checkName({ body })
    // Before anybody is made: a wrong link leaves nothing behind.
    const invitation = await parts.agreements.invitation(body.secret)
    const { person, agreementId, participant } = await enter(parts, invitation, {
      body,
      caller,
      request,
      reply,
    })
    await parts.admission.countUse(invitation.id)
    return { agreementId, me: await presentCaller(person, request, parts), participant }
  })
