import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'
import { languageOf } from './texts/language.ts'
import { RETURN_WORDS } from './texts/returns.ts'

export const importFile = ({ returns }: HttpParts) =>
  answer(endpoints.importFile, ({ participation, query, body }) =>
    returns.bring(participation, { bytes: body, fileName: query.fileName }),
  )

export const listReturns = ({ returns }: HttpParts) =>
  answer(endpoints.listReturns, ({ participation }) => returns.list(participation))

export const getReturn = ({ returns }: HttpParts) =>
  answer(endpoints.getReturn, ({ participation, params }) => returns.see(participation, params.returnId))

export const decideReturn = ({ returns }: HttpParts) =>
  answer(endpoints.decideReturn, ({ participation, params, body, request }) => {
    const words = RETURN_WORDS[languageOf(request.headers['accept-language'])]
    return returns.decide(participation, params.returnId, body.decisions, words)
  })

export const removeReturn = ({ returns }: HttpParts) =>
  answer(endpoints.removeReturn, async ({ participation, params }) => {
    await returns.remove(participation, params.returnId)
    return undefined
  })
