import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { presentCaller } from './me.ts'
import type { HttpParts } from './parts.ts'
import { setSessionCookie } from './session-cookie.ts'

/** A browser that is known already keeps its person: one person can take part in several agreements. */
export const join = ({ people, agreements, site, tellPeopleChanged }: HttpParts) =>
  answer(endpoints.join, async ({ body, caller, request, reply }) => {
    // Before anybody is made: a wrong link leaves nothing behind.
    const invitation = await agreements.invitation(body.secret)
    const person = caller ?? (await people.addGuest(body.name))
    const { agreementId, personId, name, partyId, role } = await agreements.join(invitation, {
      personId: person.personId,
      name: body.name,
    })
    if (!caller) setSessionCookie(reply, site, await people.openSession(personId))
    tellPeopleChanged(agreementId)
    return {
      agreementId,
      me: presentCaller(person, request, site),
      participant: { personId, name, partyId, role },
    }
  })
