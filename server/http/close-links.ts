import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { leading } from './lead.ts'
import type { HttpParts } from './parts.ts'

export const closeLinks = ({ admission }: HttpParts) =>
  answer(endpoints.closeLinks, async ({ participation }) => ({
    closed: await admission.closeLinks(leading(participation)),
  }))
