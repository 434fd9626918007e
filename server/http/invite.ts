import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { invitationFor } from './invitation-address.ts'
import { leading } from './lead.ts'
import type { HttpParts } from './parts.ts'

export const invite = ({ agreements, site }: HttpParts) =>
  answer(endpoints.invite, async ({ body, participation, request }) => {
    const { agreementId, personId } = leading(participation)
    const { expiresAt, ...rest } = body
    const until = expiresAt === undefined ? {} : { expiresAt }
    const link = await agreements.invite({ ...rest, ...until, agreementId, createdBy: personId })
    return invitationFor(link, request, site)
  })
