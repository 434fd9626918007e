import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getHistory = ({ history }: HttpParts) =>
  answer(endpoints.getHistory, ({ participation, query }) => history.view(participation, query.before))
