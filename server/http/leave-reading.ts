import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'
import { clearReadingCookie } from './reading-cookie.ts'

export const leaveReading = ({ site }: HttpParts) =>
  answer(endpoints.leaveReading, async ({ reply }) => {
    clearReadingCookie(reply, site)
    return undefined
  })
