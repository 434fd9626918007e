import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const seeInvitation = ({ agreements }: HttpParts) =>
  answer(endpoints.seeInvitation, async ({ body }) => agreements.see(body.secret))
