import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'
import { signInBrowser } from './sign-in-browser.ts'

/** The link is used up when everything else is right: a password that is too weak leaves it as it was. */
export const startWithLink = (parts: HttpParts) =>
  answer(endpoints.startWithLink, async ({ body: { secret, ...given }, request, reply }) => {
    const { people, accounts } = parts
    await people.seeStartLink(secret)
    await accounts.checkStrength(given.password, [given.name, given.email])
    const { personId } = await people.startWithLink(secret, given.name)
    await accounts.openAccount(personId, given)
    return signInBrowser(parts, personId, request, reply)
  })
