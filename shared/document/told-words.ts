import { PROPOSAL_BOUNDS, type Proposed } from '../protocol/endpoints-proposals.ts'
import type { OpenSuggestion } from './suggestions.ts'

export type ToldWords = Extract<Proposed, { kind: 'words' }>

/** Words that are proposed as they are told and compared: a pasted book is not told as a whole. */
export function toldWords({ inserted, deleted, before, after }: OpenSuggestion): ToldWords {
  const cut = (text: string) => text.slice(0, PROPOSAL_BOUNDS.words).toWellFormed()
  return {
    kind: 'words',
    inserted: cut(inserted),
    deleted: cut(deleted),
    before: before.toWellFormed(),
    after: after.toWellFormed(),
  }
}
