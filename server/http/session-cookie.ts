import type { FastifyReply } from 'fastify'
import type { OpenedSession } from '../people/people.ts'
import type { Site } from './parts.ts'

export const SESSION_COOKIE = 'handslag_session'

/** Lax: a link in a mail or chat opens the agreement signed in, and no other site can post with it. */
const cookieOptions = (site: Site) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: site.publicUrl?.startsWith('https:') ?? false,
})

export function setSessionCookie(reply: FastifyReply, site: Site, session: OpenedSession): void {
  const { secret, maxAgeSeconds } = session
  const age = maxAgeSeconds === null ? {} : { maxAge: maxAgeSeconds }
  reply.setCookie(SESSION_COOKIE, secret, { ...cookieOptions(site), ...age })
}

export function clearSessionCookie(reply: FastifyReply, site: Site): void {
  reply.clearCookie(SESSION_COOKIE, cookieOptions(site))
}
