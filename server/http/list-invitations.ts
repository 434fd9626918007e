import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { leading } from './lead.ts'
import type { HttpParts } from './parts.ts'

export const listInvitations = ({ admission }: HttpParts) =>
  answer(endpoints.listInvitations, async ({ participation }) =>
    admission.waysIn(leading(participation).agreementId),
  )
