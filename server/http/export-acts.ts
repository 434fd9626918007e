import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { contentDisposition } from './export-agreement.ts'
import { leading } from './lead.ts'
import type { HttpParts } from './parts.ts'

export const exportActs = ({ acts }: HttpParts) =>
  answer(endpoints.exportActs, async ({ participation, query, reply }) => {
    const file = await acts.file(leading(participation), query.format)
    reply.type(file.mediaType).header('content-disposition', contentDisposition(file.name))
    return file.text
  })
