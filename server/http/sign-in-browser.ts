import type { FastifyReply, FastifyRequest } from 'fastify'
import { maybeSessionSecret } from './credentials.ts'
import { presentCaller } from './me.ts'
import type { HttpParts } from './parts.ts'
import { setSessionCookie } from './session-cookie.ts'

/** Makes the browser this person's: a new session, in place of the one it had, and who that is. */
export async function signInBrowser(
  parts: HttpParts,
  personId: string,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { people, site } = parts
  const before = maybeSessionSecret(request.headers)
  if (before) await people.endSession(before)
  setSessionCookie(reply, site, await people.openSession(personId))
  return presentCaller(await people.callerFor(personId), request, parts)
}
