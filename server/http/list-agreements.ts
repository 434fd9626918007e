import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const listAgreements = ({ agreements }: HttpParts) =>
  answer(endpoints.listAgreements, async ({ caller }) => ({
    agreements: await agreements.listFor(caller.personId),
  }))
