import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getUnclear = ({ meeting }: HttpParts) =>
  answer(endpoints.getUnclear, async ({ participation }) => ({ unclear: await meeting.list(participation) }))

export const markUnclear = ({ meeting }: HttpParts) =>
  answer(endpoints.markUnclear, ({ body, participation }) => meeting.mark(participation, body))

export const clearUnclear = ({ meeting }: HttpParts) =>
  answer(endpoints.clearUnclear, async ({ params, participation }) => {
    await meeting.clear(participation, params.articleId)
    return undefined
  })
