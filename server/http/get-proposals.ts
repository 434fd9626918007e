import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getProposals = ({ proposals }: HttpParts) =>
  answer(endpoints.getProposals, ({ participation }) => proposals.view(participation))
