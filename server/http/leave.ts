import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { maybeSessionSecret } from './credentials.ts'
import type { HttpParts } from './parts.ts'
import { clearSessionCookie } from './session-cookie.ts'

export const leave = ({ people, endLive, site }: HttpParts) =>
  answer(endpoints.leave, async ({ request, reply }) => {
    const secret = maybeSessionSecret(request.headers)
    if (secret) {
      await people.endSession(secret)
      endLive(people.sessionHash(secret))
    }
    clearSessionCookie(reply, site)
    // What pages of ours left in this browser, where it listens to this (https, or this machine): Clear Site Data, W3C, section 3.1.
    reply.header('clear-site-data', '"cache", "cookies", "storage"')
    return undefined
  })
