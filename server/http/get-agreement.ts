import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getAgreement = ({ agreements }: HttpParts) =>
  answer(endpoints.getAgreement, async ({ params }) => agreements.snapshot(params.id))
