import { endpoints } from '../../shared/protocol/endpoints.ts'
import { Refusal } from '../access/refusal.ts'
import { answer, packed } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getTemplate = ({ library }: HttpParts) =>
  packed(
    answer(endpoints.getTemplate, async ({ params }) => {
      const template = library.templates.get(params.id)
      if (!template) throw new Refusal('unknown-template')
      return template
    }),
  )
