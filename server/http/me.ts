import type { FastifyRequest } from 'fastify'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Caller } from '../access/caller.ts'
import { mayStartHere } from '../access/start-here.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const me = (parts: HttpParts) =>
  answer(endpoints.me, async ({ caller, request }) => presentCaller(caller, request, parts))

type Needed = Pick<HttpParts, 'site' | 'accounts' | 'post' | 'hasOffice'>

/** Who is calling, as the caller may see it. */
export async function presentCaller(caller: Caller | null, request: FastifyRequest, parts: Needed) {
  return {
    kind: caller ? (caller.staff ? ('staff' as const) : ('guest' as const)) : ('nobody' as const),
    personId: caller?.personId ?? null,
    name: caller?.name ?? null,
    rights: caller?.rights ?? null,
    canStartHere: await canStartHere(request, parts),
    canMail: parts.post !== null,
    canOffice: parts.hasOffice,
  }
}

/** On the machine itself, as long as the first member has no other way in. */
export async function canStartHere(
  { headers }: FastifyRequest,
  { site: { listenHost, publicUrl }, accounts }: Pick<HttpParts, 'site' | 'accounts'>,
): Promise<boolean> {
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].some(
    (name) => headers[name] !== undefined,
  )
  const request = { listenHost, publicUrl, hostHeader: headers.host, origin: headers.origin, forwarded }
  return mayStartHere(request) && !(await accounts.firstCanSignIn())
}
