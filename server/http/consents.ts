import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getConsents = ({ consents }: HttpParts) =>
  answer(endpoints.getConsents, ({ participation }) => consents.view(participation))

export const giveConsent = ({ consents }: HttpParts) =>
  answer(endpoints.giveConsent, async ({ participation, body }) => consents.give(participation, body))

export const getAgreedContent = ({ consents }: HttpParts) =>
  answer(endpoints.getAgreedContent, ({ participation, params }) =>
    consents.agreedContent(participation, params.hash),
  )
