import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getCatalog = ({ library }: HttpParts) =>
  answer(endpoints.getCatalog, async () => library.catalog)
