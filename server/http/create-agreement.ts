import { endpoints, newAgreement } from '../../shared/protocol/endpoints.ts'
import { describeFound, type Message } from '../../shared/support/message.ts'
import { answer } from './answer.ts'
import { invitationFor } from './invitation-address.ts'
import type { HttpParts } from './parts.ts'

export const createAgreement = ({ agreements, site }: HttpParts) =>
  answer(endpoints.createAgreement, async ({ body, caller, request }) => {
    const { id, title, links, messages: told } = await agreements.start(body, caller)
    const invitations = links.map((link) => invitationFor(link, request, site))
    const messages = [...unknownKeys(request.body), ...told]
    return { id, title, invitations, ...(messages.length > 0 && { messages }) }
  })

/** A name that is not ours has no effect; it is told, so that a mistyped one is found. */
function unknownKeys(sent: unknown): Message[] {
  const known = Object.keys(newAgreement.shape)
  return Object.entries(sent as object)
    .filter(([name]) => !known.includes(name))
    .map(([path, value]) => ({
      path,
      reason: 'unknown_key',
      expected: `one of ${known.join(', ')}`,
      found: describeFound(value),
    }))
}
