import { endpoints } from '../../shared/protocol/endpoints.ts'
import { Refusal } from '../access/refusal.ts'
import { answer } from './answer.ts'
import { canStartHere, presentCaller } from './me.ts'
import type { HttpParts } from './parts.ts'
import { setSessionCookie } from './session-cookie.ts'

export const startHere = ({ people, site }: HttpParts) =>
  answer(endpoints.startHere, async ({ body, request, reply }) => {
    if (!canStartHere(request, site)) throw new Refusal('not-allowed')
    const caller = await people.startAsFirstMember(body.name)
    setSessionCookie(reply, site, await people.openSession(caller.personId))
    return presentCaller(caller, request, site)
  })
