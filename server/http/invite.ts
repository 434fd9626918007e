import { endpoints } from '../../shared/protocol/endpoints.ts'
import { mayInvite } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import { answer } from './answer.ts'
import { invitationFor } from './invitation-address.ts'
import type { HttpParts } from './parts.ts'

export const invite = ({ agreements, site }: HttpParts) =>
  answer(endpoints.invite, async ({ params, body, participation, request }) => {
    if (!mayInvite(participation)) throw new Refusal('not-allowed')
    const invited = { ...body, agreementId: params.id, createdBy: participation.personId }
    return invitationFor(await agreements.invite(invited), request, site)
  })
