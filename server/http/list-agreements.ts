import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const listAgreements = ({ listing }: HttpParts) =>
  answer(endpoints.listAgreements, async ({ caller }) => ({
    agreements: await listing.listFor(caller.personId),
  }))
