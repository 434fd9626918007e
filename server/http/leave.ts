import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { maybeSessionSecret } from './credentials.ts'
import type { HttpParts } from './parts.ts'
import { clearSessionCookie } from './session-cookie.ts'

export const leave = ({ people, site }: HttpParts) =>
  answer(endpoints.leave, async ({ request, reply }) => {
    const secret = maybeSessionSecret(request.headers)
    if (secret) await people.endSession(secret)
    clearSessionCookie(reply, site)
    return undefined
  })
