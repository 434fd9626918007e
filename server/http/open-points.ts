import type { FastifyRequest } from 'fastify'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import { mayChangeOpenPoints } from '../access/open-points.ts'
import type { OpenPointFileWords } from '../agreements/open-points.ts'
import { answer } from './answer.ts'
import { contentDisposition } from './export-agreement.ts'
import type { HttpParts, Site } from './parts.ts'
import { languageOf } from './texts/language.ts'
import { OPEN_POINT_WORDS } from './texts/open-points.ts'

export const getOpenPoints = ({ openPoints }: HttpParts) =>
  answer(endpoints.getOpenPoints, async ({ participation }) => ({
    mayChange: mayChangeOpenPoints(participation),
    points: await openPoints.list(participation),
  }))

export const addOpenPoint = ({ openPoints }: HttpParts) =>
  answer(endpoints.addOpenPoint, ({ participation, body }) => openPoints.add(participation, body))

export const changeOpenPoint = ({ openPoints }: HttpParts) =>
  answer(endpoints.changeOpenPoint, ({ participation, params, body }) =>
    openPoints.change(participation, params.pointId, body),
  )

export const removeOpenPoint = ({ openPoints }: HttpParts) =>
  answer(endpoints.removeOpenPoint, async ({ participation, params }) => {
    await openPoints.remove(participation, params.pointId)
    return undefined
  })

export const exportOpenPoints = ({ openPoints, site }: HttpParts) =>
  answer(endpoints.exportOpenPoints, async ({ participation, params, query, request, reply }) => {
    const words = wordsFor(request, site, params.id)
    const file =
      query.format === 'ics'
        ? await openPoints.calendarFile(participation, words)
        : await openPoints.wordFile(participation, words)
    reply.type(file.mediaType).header('content-disposition', contentDisposition(file.name))
    return Buffer.from(file.bytes)
  })

/** The list's address is made of what the operator configured, never of what the request says: it stays in people's calendars. */
function wordsFor({ headers }: FastifyRequest, site: Site, agreementId: string): OpenPointFileWords {
  const language = languageOf(headers['accept-language'])
  const address = `${site.address()}/agreements/${encodeURIComponent(agreementId)}/open-punten`
  return { ...OPEN_POINT_WORDS[language], language, address }
}
