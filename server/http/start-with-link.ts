import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { presentCaller } from './me.ts'
import type { HttpParts } from './parts.ts'
import { setSessionCookie } from './session-cookie.ts'

export const startWithLink = ({ people, site }: HttpParts) =>
  answer(endpoints.startWithLink, async ({ body, request, reply }) => {
    const caller = await people.startWithLink(body.secret, body.name)
    setSessionCookie(reply, site, await people.openSession(caller.personId))
    return presentCaller(caller, request, site)
  })
