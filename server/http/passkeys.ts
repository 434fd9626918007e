import type { FastifyRequest } from 'fastify'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import { hostNameOf } from '../access/loopback.ts'
import type { PasskeySite } from '../people/passkeys.ts'
import { answer } from './answer.ts'
import type { HttpParts, Site } from './parts.ts'
import { signInBrowser } from './sign-in-browser.ts'

/**
 * Passkeys belong to the name in the address bar. Without a configured address that is the one this browser used: a browser signs the real
 * one, and gives no passkey of another name.
 */
function passkeySite({ headers }: FastifyRequest, { publicUrl }: Site): PasskeySite {
  if (publicUrl !== null) return { rpId: new URL(publicUrl).hostname, origin: publicUrl }
  return { rpId: hostNameOf(headers.host) ?? '', origin: `http://${headers.host}` }
}

export const askPasskey = ({ passkeys, site }: HttpParts) =>
  answer(endpoints.askPasskey, ({ request }) => passkeys.ask(passkeySite(request, site)))

export const signInWithPasskey = (parts: HttpParts) =>
  answer(endpoints.signInWithPasskey, async ({ body: { sharedComputer, ...proof }, request, reply }) => {
    const personId = await parts.passkeys.signIn(passkeySite(request, parts.site), proof)
    await parts.accounts.noteSignIn(personId)
    return signInBrowser(parts, personId, request, reply, sharedComputer)
  })

export const askNewPasskey = ({ passkeys, site }: HttpParts) =>
  answer(endpoints.askNewPasskey, ({ caller, request }) =>
    passkeys.askNew(caller.personId, passkeySite(request, site)),
  )

export const addPasskey = ({ passkeys, accounts, site }: HttpParts) =>
  answer(endpoints.addPasskey, async ({ body, caller, request }) => {
    await passkeys.add(caller.personId, passkeySite(request, site), body)
    return accounts.view(caller.personId)
  })

export const removePasskey = ({ passkeys, accounts }: HttpParts) =>
  answer(endpoints.removePasskey, async ({ body, caller }) => {
    await passkeys.remove(caller.personId, body.id)
    return accounts.view(caller.personId)
  })
