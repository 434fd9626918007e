import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { leading } from './lead.ts'
import type { HttpParts } from './parts.ts'

export const revokeInvitation = ({ admission }: HttpParts) =>
  answer(endpoints.revokeInvitation, async ({ params, participation }) => {
    await admission.revoke(leading(participation), params.invitationId)
    return undefined
  })
