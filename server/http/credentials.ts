import type { IncomingHttpHeaders } from 'node:http'
import { fastifyCookie } from '@fastify/cookie'
import type { Caller } from '../access/caller.ts'
import type { People } from '../people/people.ts'
import { READING_COOKIE } from './reading-cookie.ts'
import { SESSION_COOKIE } from './session-cookie.ts'

/** The session's secret in the Cookie header; null without one. */
export function maybeSessionSecret(headers: IncomingHttpHeaders): string | null {
  return fastifyCookie.parse(headers.cookie ?? '')[SESSION_COOKIE] ?? null
}

/** The secret of somebody who opened a reading link; null without one. */
export function maybeReadingSecret(headers: IncomingHttpHeaders): string | null {
  return fastifyCookie.parse(headers.cookie ?? '')[READING_COOKIE] ?? null
}

/**
 * Who calls, by token or cookie; null when neither proves anything. A token that is not known is not rescued by a cookie:
 * the caller meant the token.
 */
export async function maybeCaller(headers: IncomingHttpHeaders, people: People): Promise<Caller | null> {
  const token = /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (token) return people.maybeCallerOfToken(token)
  const session = maybeSessionSecret(headers)
  return session ? people.maybeCallerOfSession(session) : null
}
