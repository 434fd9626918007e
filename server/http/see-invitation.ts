import { endpoints } from '../../shared/protocol/endpoints.ts'
import { Refusal } from '../access/refusal.ts'
import { answer } from './answer.ts'
import { Pace } from './pace.ts'
import type { HttpParts } from './parts.ts'

/** How often one link may be looked at in a minute, from all addresses together: a hall full of people at once, some of them twice. */
const BY_LINK = 200

export const seeInvitation = ({ agreements }: HttpParts) => {
  const pace = new Pace(BY_LINK)
  return answer(endpoints.seeInvitation, async ({ body }) => {
    // Before the text is opened to tell what it is called.
    const { id } = await agreements.invitation(body.secret)
    if (!pace.allows(id, Date.now())) throw new Refusal('too-many-requests')
    return agreements.see(body.secret)
  })
}
