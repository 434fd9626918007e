import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import { maybeReadingSecret } from './credentials.ts'
import type { HttpParts } from './parts.ts'
import { setReadingCookie } from './reading-cookie.ts'

export const openReading = ({ consultation, site }: HttpParts) =>
  answer(endpoints.openReading, async ({ body, request, reply }) => {
    const secret = await consultation.enter(body.secret, maybeReadingSecret(request.headers))
    if (secret !== null) setReadingCookie(reply, site, secret)
    return undefined
  })
