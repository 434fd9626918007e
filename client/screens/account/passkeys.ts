import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

type Json = Record<string, unknown>

/** Passkeys belong to a name: not to an address of numbers (W3C Web Authentication, section 5.1.2). */
export function canUsePasskeys(hostName: string): boolean {
  const isNumbers = /^\d+(\.\d+){3}$/.test(hostName) || hostName.startsWith('[')
  return !isNumbers && browserSupportsWebAuthn()
}

/** Asks the browser for a passkey that the person has; null when the person or the browser stopped. */
export function maybePasskeyAnswer(options: Json): Promise<Json | null> {
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON
  return orNull(startAuthentication({ optionsJSON }))
}

/** Asks the browser to make a passkey; null when the person or the browser stopped, or has one here already. */
export function maybeNewPasskey(options: Json): Promise<Json | null> {
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON
  return orNull(startRegistration({ optionsJSON }))
}

async function orNull(asked: Promise<unknown>): Promise<Json | null> {
  try {
    return (await asked) as Json
  } catch {
    return null
  }
}
