import { endpoints } from '../../shared/protocol/endpoints.ts'
import { Refusal } from '../access/refusal.ts'
import { answer } from './answer.ts'
import { packed } from './packed.ts'
import type { HttpParts } from './parts.ts'

export const getTemplate = ({ library }: HttpParts) =>
  answer(endpoints.getTemplate, async ({ params, request, reply }) => {
    const template = library.templates.get(params.id)
    if (!template) throw new Refusal('unknown-template')
    return packed(request, reply, template)
  })
