import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getScan = ({ scan }: HttpParts) =>
  answer(endpoints.getScan, async ({ participation }) => scan.view(participation))
