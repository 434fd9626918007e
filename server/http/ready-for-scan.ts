import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const readyForScan = ({ scan }: HttpParts) =>
  answer(endpoints.readyForScan, async ({ participation, body }) => scan.ready(participation, body))
