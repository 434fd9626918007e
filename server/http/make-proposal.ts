import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const makeProposal = ({ proposals }: HttpParts) =>
  answer(endpoints.makeProposal, ({ participation, body }) => proposals.make(participation, body))
