import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getFixing = ({ fixing }: HttpParts) =>
  answer(endpoints.getFixing, ({ participation }) => fixing.view(participation))

export const fixText = ({ fixing }: HttpParts) =>
  answer(endpoints.fixText, async ({ participation, body }) => fixing.fix(participation, body.decision))

export const askToOpenAgain = ({ fixing }: HttpParts) =>
  answer(endpoints.askToOpenAgain, async ({ participation, body }) => fixing.ask(participation, body))

export const agreeToOpenAgain = ({ fixing }: HttpParts) =>
  answer(endpoints.agreeToOpenAgain, async ({ participation, body }) =>
    fixing.agree(participation, body.partyId),
  )
