import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const shareRemarks = ({ consultation }: HttpParts) =>
  answer(endpoints.shareRemarks, async ({ body, participation }) => {
    await consultation.share(participation, body.partyId, body.isShared)
    return undefined
  })
