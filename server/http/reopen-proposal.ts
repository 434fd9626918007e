import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const reopenProposal = ({ proposals }: HttpParts) =>
  answer(endpoints.reopenProposal, ({ participation, body }) => proposals.reopen(participation, body))
