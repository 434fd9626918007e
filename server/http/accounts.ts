import { endpoints } from '../../shared/protocol/endpoints.ts'
import { Refusal } from '../access/refusal.ts'
import { answer } from './answer.ts'
import { maybeSessionSecret } from './credentials.ts'
import { letterFor } from './mail-letter.ts'
import { networkOf } from './network-of.ts'
import type { HttpParts } from './parts.ts'
import { signInBrowser } from './sign-in-browser.ts'

export const signIn = (parts: HttpParts) =>
  answer(endpoints.signIn, async ({ body: { sharedComputer, ...tried }, request, reply }) => {
    const personId = await parts.accounts.signIn({ ...tried, network: networkOf(request.ip) })
    return signInBrowser(parts, personId, request, reply, sharedComputer)
  })

/** The answer comes before anybody looks whether the address is known, so that it tells nothing, not by its time either. */
export const mailLink = ({ accounts, post, site }: HttpParts) =>
  answer(endpoints.mailLink, async ({ body, request }) => {
    if (!post) throw new Refusal('no-mail')
    accounts.countMail(body.email)
    const headers = { ...request.headers }
    post.sendLater(async () => {
      const link = await accounts.maybeLinkFor(body.email, body.purpose)
      return link && letterFor(link, { headers }, site)
    })
    return undefined
  })

export const seeLink = ({ accounts }: HttpParts) =>
  answer(endpoints.seeLink, ({ body }) => accounts.seeLink(body.secret))

export const useLink = (parts: HttpParts) =>
  answer(endpoints.useLink, async ({ body, request, reply }) =>
    signInBrowser(parts, await parts.accounts.useLink(body.secret), request, reply, body.sharedComputer),
  )

export const setPasswordWithLink = (parts: HttpParts) =>
  answer(endpoints.setPasswordWithLink, async ({ body, request, reply }) => {
    const personId = await parts.accounts.setPasswordWithLink(body.secret, body.password)
    return signInBrowser(parts, personId, request, reply, body.sharedComputer)
  })

export const becomeMember = (parts: HttpParts) =>
  answer(endpoints.becomeMember, async ({ body: { secret, ...given }, request, reply }) =>
    signInBrowser(parts, await parts.members.become(secret, given), request, reply),
  )

export const getAccount = ({ accounts }: HttpParts) =>
  answer(endpoints.getAccount, ({ caller }) => accounts.view(caller.personId))

export const changeName = ({ accounts }: HttpParts) =>
  answer(endpoints.changeName, async ({ body, caller }) => {
    await accounts.changeName(caller.personId, body.name)
    return accounts.view(caller.personId)
  })

export const changeEmail = ({ accounts, post, site }: HttpParts) =>
  answer(endpoints.changeEmail, async ({ body, caller, request }) => {
    const link = await accounts.changeEmail(caller.personId, { ...body, byMail: post !== null })
    if (link) post?.sendLater(async () => letterFor(link, { headers: { ...request.headers } }, site))
    return { mailed: post !== null, account: await accounts.view(caller.personId) }
  })

export const changePassword = ({ accounts, people }: HttpParts) =>
  answer(endpoints.changePassword, async ({ body, caller, request }) => {
    const secret = maybeSessionSecret(request.headers)
    const keepSession = secret && people.sessionHash(secret)
    await accounts.changePassword(caller.personId, { ...body, keepSession })
    return accounts.view(caller.personId)
  })

export const signOutElsewhere = ({ accounts, people }: HttpParts) =>
  answer(endpoints.signOutElsewhere, async ({ caller, request }) => {
    const secret = maybeSessionSecret(request.headers)
    await accounts.signOutElsewhere(caller.personId, secret && people.sessionHash(secret))
    return accounts.view(caller.personId)
  })
