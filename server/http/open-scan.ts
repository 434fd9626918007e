import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const openScan = ({ scan }: HttpParts) =>
  answer(endpoints.openScan, async ({ participation, body }) => scan.open(participation, body))
