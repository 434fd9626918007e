import type { FastifyRequest } from 'fastify'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Caller } from '../access/caller.ts'
import { mayStartHere } from '../access/start-here.ts'
import { answer } from './answer.ts'
import type { HttpParts, Site } from './parts.ts'

export const me = ({ site }: HttpParts) =>
  answer(endpoints.me, async ({ caller, request }) => presentCaller(caller, request, site))

/** Who is calling, as the caller may see it. */
export function presentCaller(caller: Caller | null, request: FastifyRequest, site: Site) {
  return {
    kind: caller ? (caller.staff ? ('staff' as const) : ('guest' as const)) : ('nobody' as const),
    personId: caller?.personId ?? null,
    name: caller?.name ?? null,
    canStartHere: canStartHere(request, site),
  }
}

export function canStartHere({ headers }: FastifyRequest, { listenHost, publicUrl }: Site): boolean {
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].some(
    (name) => headers[name] !== undefined,
  )
  return mayStartHere({ listenHost, publicUrl, hostHeader: headers.host, origin: headers.origin, forwarded })
}
