import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const changeProposalRules = ({ proposals }: HttpParts) =>
  answer(endpoints.changeProposalRules, ({ participation, body }) =>
    proposals.changeRules(participation, body),
  )
