import type { Inline } from '../../shared/agreement/rich-text.ts'
import type { Passage } from '../../shared/document/passages.ts'
import { partyColorClass } from '../ui/party-mark.tsx'
import { cutInlines } from './cut-inlines.ts'

/** Who wrote a passage, as the paper calls them. */
export type PassageAuthor = {
  /** The same for everything one person wrote. */
  key: string
  name: string
  /** Stands at the beginning of a passage, so that nobody has to tell colours apart. */
  initials: string
  party: string | null
  partyIndex: number | null
}

/** Whether the paper shows who wrote what, and who that is. */
export type Authorship = {
  isShown(): boolean
  /** The person behind a Yjs client; null for words that are left unmarked, such as those of the template. */
  authorOf(clientId: number): PassageAuthor | null
  /** Another number each time listeners are called. */
  version(): number
  /** Calls the listener when showing is put on or off, or somebody is known better. Returns its stop. */
  subscribe(listener: () => void): () => void
}

/** Words in a row in one paragraph that one person wrote, whatever device they used. */
export type AuthoredPassage = Omit<Passage, 'clientId'> & { author: PassageAuthor }

/** The passages with their authors, neighbours of one person joined, those without an author left out. */
export function authoredPassages(
  passages: readonly Passage[],
  authorOf: Authorship['authorOf'],
): AuthoredPassage[] {
  const authored: AuthoredPassage[] = []
  for (const { clientId, ...place } of passages) {
    const author = authorOf(clientId)
    if (author === null) continue
    const last = authored.at(-1)
    if (last?.block === place.block && last.to === place.from && last.author.key === author.key)
      last.to = place.to
    else authored.push({ ...place, author })
  }
  return authored
}

/** The look of a passage. */
export const passageClass = ({ partyIndex }: PassageAuthor): string =>
  `hs-wrote ${partyIndex === null ? '' : partyColorClass(partyIndex)}`.trim()
/** Added to the beginning of a passage, which carries the initials over its first letter. */
export const PASSAGE_START = 'hs-wrote--start'

/** "Fatma Yilmaz, Stichting De Brug" */
export const fullNameOf = ({ name, party }: PassageAuthor): string =>
  party === null ? name : `${name}, ${party}`

/** A part of a paragraph that has one look: by one author or by none. */
export type AuthoredInline = { inline: Inline; author: PassageAuthor | null; isStart: boolean }

/** A paragraph cut where its passages begin and end, and at some other offsets. */
export function cutByAuthor(
  content: readonly Inline[],
  passages: readonly AuthoredPassage[],
  others: readonly number[] = [],
): (AuthoredInline & { at: number })[] {
  return cutInlines(content, [...passages.flatMap(({ from, to }) => [from, to]), ...others]).map(
    ({ inline, at }) => {
      const passage = passages.find(({ from, to }) => from <= at && at < to)
      return { inline, at, author: passage?.author ?? null, isStart: passage?.from === at }
    },
  )
}
