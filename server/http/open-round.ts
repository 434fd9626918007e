import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { readingAddress } from './invitation-address.ts'
import type { HttpParts } from './parts.ts'

export const openRound = ({ consultation, site }: HttpParts) =>
  answer(endpoints.openRound, async ({ body, participation, request }) => {
    const { secret, ...round } = await consultation.open(participation, body)
    return { ...round, url: readingAddress(secret, request, site) }
  })
