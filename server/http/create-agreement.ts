import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { invitationFor } from './invitation-address.ts'
import type { HttpParts } from './parts.ts'

export const createAgreement = ({ agreements, site }: HttpParts) =>
  answer(endpoints.createAgreement, async ({ body, caller, request }) => {
    const { id, title, links, messages } = await agreements.start(body, caller)
    const invitations = links.map((link) => invitationFor(link, request, site))
    return { id, title, invitations, ...(messages.length > 0 && { messages }) }
  })
