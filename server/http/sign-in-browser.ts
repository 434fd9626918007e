import type { FastifyReply, FastifyRequest } from 'fastify'
import { maybeSessionSecret } from './credentials.ts'
import { presentCaller } from './me.ts'
import type { HttpParts } from './parts.ts'
import { setSessionCookie } from './session-cookie.ts'

/** Makes the browser this person's: a new session, in place of the one it had, and who that is. `isShared`: on a computer of others too. */
export async function signInBrowser(
  parts: HttpParts,
  personId: string,
  request: FastifyRequest,
  reply: FastifyReply,
  isShared = false,
) {
  const { people, site } = parts
  const before = maybeSessionSecret(request.headers)
  if (before) await people.endSession(before)
  setSessionCookie(reply, site, await people.openSession(personId, isShared))
  return presentCaller(await people.callerFor(personId), request, parts)
}
