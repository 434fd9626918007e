import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { leading } from './lead.ts'
import type { HttpParts } from './parts.ts'

export const listActs = ({ acts }: HttpParts) =>
  answer(endpoints.listActs, async ({ participation, query }) =>
    acts.list(leading(participation).agreementId, query.before ?? null),
  )
