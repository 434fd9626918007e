import { endpoints } from '../../shared/protocol/endpoints.ts'
import { Refusal } from '../access/refusal.ts'
import { answer } from './answer.ts'
import { checkName, enter } from './enter.ts'
import { presentCaller } from './me.ts'
import { Pace } from './pace.ts'
import type { HttpParts } from './parts.ts'

/** How many may come in by one link in a minute, from all addresses together. */
const BY_LINK = 100

export const join = (parts: HttpParts) => {
  const pace = new Pace(BY_LINK)
  return answer(endpoints.join, async ({ body, caller, request, reply }) => {
    checkName({ body })
    // Before anybody is made: a wrong link leaves nothing behind.
    const invitation = await parts.agreements.invitation(body.secret)
    if (!pace.allows(invitation.id, Date.now())) throw new Refusal('too-many-requests')
    const { person, agreementId, participant } = await enter(parts, invitation, {
      body,
      caller,
      request,
      reply,
    })
    await parts.admission.countUse(invitation.id)
    return { agreementId, me: await presentCaller(person, request, parts), participant }
  })
}
