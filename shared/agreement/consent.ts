import { z } from 'zod'

/** What a party says of an article; `none` is "not yet", which is also what silence means. */
export const CONSENT_STATES = ['none', 'agreed', 'agreed_with_concern', 'objection'] as const
export type ConsentState = (typeof CONSENT_STATES)[number]

export const consentState = z.enum(CONSENT_STATES)

/** A concern and an objection say why. */
export function needsReason(state: ConsentState): boolean {
  return state === 'agreed_with_concern' || state === 'objection'
}

/** A yes, with or without a concern. */
export function isYes(state: ConsentState): boolean {
  return state === 'agreed' || state === 'agreed_with_concern'
}

/** What a party said of an article last, and of which content. */
export type Said = {
  articleId: string
  partyId: string
  state: ConsentState
  hash: string
  reopened: boolean
}

/**
 * Whether what was said has to be looked at again: the article says something else by now, or the whole text was opened again. What is `none` has
 * nothing to look at.
 */
export function needsAnotherLook({ state, hash, reopened }: Said, hashNow: string | null): boolean {
  return state !== 'none' && (reopened || hash !== hashNow)
}

/** What holds now: what was said of words that are no longer there holds as `none`, and so does silence. */
export function standingState(said: Said | undefined, hashNow: string | null): ConsentState {
  return said === undefined || needsAnotherLook(said, hashNow) ? 'none' : said.state
}
