import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const seeEntry = ({ admission }: HttpParts) =>
  answer(endpoints.seeEntry, async ({ params, caller }) => ({
    state: await admission.entry(params.id, caller.personId),
  }))
