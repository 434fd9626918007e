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
  reply.setCookie(SESSION_COOKIE, session.secret, { ...cookieOptions(site), maxAge: session.maxAgeSeconds })
}

export function clearSessionCookie(reply: FastifyReply, site: Site): void {
  reply.clearCookie(SESSION_COOKIE, cookieOptions(site))
}
