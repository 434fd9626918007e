import { endpoints } from '../../shared/protocol/endpoints.ts'
import { Refusal } from '../access/refusal.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getTemplate = ({ library }: HttpParts) =>
  answer(endpoints.getTemplate, async ({ params }) => {
    const template = library.templates.get(params.id)
    if (!template) throw new Refusal('unknown-template')
    return template
  })
