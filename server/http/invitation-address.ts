import type { FastifyRequest } from 'fastify'
import type { Link } from '../agreements/invitations.ts'
import type { Site } from './parts.ts'

/** The link as people get it. The secret stands behind `#`: browsers send that part to nobody. */
export function invitationFor({ secret, ...link }: Link, request: FastifyRequest, site: Site) {
  return { ...link, url: `${originFor(request, site)}/join#${secret}` }
}

/** The address of a reading link, in the same way. */
export function readingAddress(secret: string, request: FastifyRequest, site: Site): string {
  return `${originFor(request, site)}/lezen#${secret}`
}

/** Without a configured address, people find the server where this caller found it. */
function originFor({ headers }: FastifyRequest, { publicUrl, listenHost }: Site): string {
  if (publicUrl) return publicUrl
  const host = URL.parse(`http://${headers.host}`)
  return host?.origin ?? `http://${listenHost}`
}
