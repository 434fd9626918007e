import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../access/caller.ts'
import { Refusal } from '../access/refusal.ts'
import type { Invitation, Present } from '../agreements/invitations.ts'
import { maybeSessionSecret } from './credentials.ts'
import type { HttpParts } from './parts.ts'
import { presentParticipant } from './present-participant.ts'
import { setSessionCookie } from './session-cookie.ts'

type Entering = {
  body: { name: string; readAlong: boolean; sharedComputer: boolean }
  caller: Caller | null
  request: FastifyRequest
  reply: FastifyReply
}

/** What a way in must know of somebody before anybody is made. Throws a refusal `malformed-request` for a name that is missing. */
export function checkName({ body: { name, readAlong } }: Pick<Entering, 'body'>): void {
  if (readAlong || name !== '') return
  const expected = 'at least 1 character'
  throw new Refusal('malformed-request', [{ path: 'name', reason: 'too_small', expected, found: '""' }])
}

/**
 * Lets somebody in by a link or a code. A browser that is known already keeps its person: one person can take part in several
 * agreements.
 */
export async function enter(parts: HttpParts, invitation: Invitation, entering: Entering) {
  const { people, agreements, tellPeopleChanged } = parts
  const { body, caller } = entering
  const person = caller ?? (await people.addGuest(body.name))
  const part = await agreements.join(invitation, {
    personId: person.personId,
    name: body.name,
    readAlong: body.readAlong,
  })
  await keepKnown(parts, entering, part)
  tellPeopleChanged(part.agreementId)
  return { person, agreementId: part.agreementId, participant: presentParticipant(part) }
}

/** On a computer that others use too, a browser that was known for long is known only until it is closed. */
async function keepKnown(
  { people, site }: HttpParts,
  entering: Entering,
  { personId }: Present,
): Promise<void> {
  const { body, caller, request, reply } = entering
  const isNew = caller === null
  const isMadeShort = body.sharedComputer && caller?.credential === 'cookie'
  if (!isNew && !isMadeShort) return
  const before = isMadeShort ? maybeSessionSecret(request.headers) : null
  setSessionCookie(reply, site, await people.openSession(personId, body.sharedComputer))
  if (before) await people.endSession(before)
}
