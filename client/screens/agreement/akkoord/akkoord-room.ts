import { createContext, useContext } from 'react'
import type { ArticleContent } from '../../../../shared/agreement/article-content.ts'
import { type ConsentState, isYes, needsAnotherLook } from '../../../../shared/agreement/consent.ts'
import type { Consent } from '../../../../shared/protocol/endpoints-consents.ts'
import type { PartyEntry } from '../overview-of.ts'
import type { Waiting } from './akkoord-store.ts'

/** What a party says of an article now; `changed`: it said something of other words than stand there now. */
export type Look = ConsentState | 'changed'

export type PartySays = { party: PartyEntry; look: Look; consent: Consent | null }

/** All parties about one article, and what of the own answer is not with the server yet. */
export type ArticleAkkoord = { says: readonly PartySays[]; yes: number; waiting: Waiting | null }

export type AkkoordRoom = {
  agreementId: string
  /** False until what parties said was fetched: then nothing is shown of it yet, in the place where it will come. */
  isKnown: boolean
  /** The party that this person gives the akkoord of; null for most. */
  ownParty: PartyEntry | null
  /** The party that this person writes for, and another gives the akkoord of. */
  partyOfOther: PartyEntry | null
  /** The text is settled: nobody gives an akkoord until it is open again. */
  isFixed: boolean
  of: (articleId: string) => ArticleAkkoord
  say: (articleId: string, state: ConsentState, reason: string) => void
  putAway: (commandId: string) => void
  /** What an article says now, and what a kept content says, in the words of now; null where it is not there. */
  contentNow: (articleId: string) => ArticleContent | null
  inWordsOfNow: (content: ArticleContent) => ArticleContent
}

const Room = createContext<AkkoordRoom | null>(null)
export const AkkoordRoomProvider = Room.Provider

/** The room around the paper, the outline and the grid; null outside one. */
export const useAkkoord = (): AkkoordRoom | null => useContext(Room)

/** Puts together what parties said, what the text says now, and what is on its way. `hashes` of what articles say now, by id. */
export function articleAkkoord(
  articleId: string,
  parties: readonly PartyEntry[],
  consents: readonly Consent[],
  hashes: Readonly<Record<string, string | null>>,
  waiting: Waiting | null,
): ArticleAkkoord {
  const says = parties.map((party): PartySays => {
    const consent = consents.find((one) => one.articleId === articleId && one.partyId === party.id) ?? null
    if (consent === null) return { party, look: 'none', consent }
    const isOld = needsAnotherLook(consent, hashes[articleId] ?? null)
    return { party, look: isOld ? 'changed' : consent.state, consent }
  })
  return { says, yes: says.filter(({ look }) => look !== 'changed' && isYes(look)).length, waiting }
}
