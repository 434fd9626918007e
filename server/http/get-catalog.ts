import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer, packed } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getCatalog = ({ library }: HttpParts) =>
  packed(answer(endpoints.getCatalog, async () => library.catalog))
