import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const decideProposals = ({ proposals }: HttpParts) =>
  answer(endpoints.decideProposals, ({ participation, body }) =>
    proposals.decide(participation, body.decisions),
  )
