import type { FastifyReply } from 'fastify'
import type { Site } from './parts.ts'

/**
 * What a device keeps that opened a reading link. Another name than the session's, and sent to the endpoints of the reading page alone: it opens
 * nothing else. It goes when the browser is closed, for a telephone goes from hand to hand.
 */
export const READING_COOKIE = 'handslag_reading'

const options = (site: Site) => ({
  path: '/api/v1/reading',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: site.publicUrl?.startsWith('https:') ?? false,
})

export function setReadingCookie(reply: FastifyReply, site: Site, secret: string): void {
  reply.setCookie(READING_COOKIE, secret, options(site))
}

export function clearReadingCookie(reply: FastifyReply, site: Site): void {
  reply.clearCookie(READING_COOKIE, options(site))
}
