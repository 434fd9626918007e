import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { packed } from './packed.ts'
import type { HttpParts } from './parts.ts'

export const getCatalog = ({ library }: HttpParts) =>
  answer(endpoints.getCatalog, async ({ request, reply }) => packed(request, reply, library.catalog))
