import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getTheme = ({ themes }: HttpParts) =>
  answer(endpoints.getTheme, async () => ({ theme: await themes.now() }))

export const changeTheme = ({ themes }: HttpParts) =>
  answer(endpoints.changeTheme, async ({ body, caller }) => {
    await themes.set(body.theme, caller.personId)
    return { theme: await themes.now() }
  })

export const getAgreementTheme = ({ themes }: HttpParts) =>
  answer(endpoints.getAgreementTheme, async () => ({ theme: await themes.now() }))
