import type { XmlFragment } from 'yjs'
import type { RichText, RichTextBlock } from '../../../../shared/agreement/rich-text.ts'
import { readPassages } from '../../../../shared/document/passages.ts'
import { type Authorship, authoredPassages, type PassageAuthor } from '../../../editor/index.ts'

/** One passage to be read and gone to. */
export type Quote = {
  /** How many passages stand before it in this text. */
  index: number
  words: string
}

/** What one person wrote in one text. */
export type PersonInText = { author: PassageAuthor; words: number; quotes: Quote[] }

/** The people who wrote in a text, who wrote most first, each with their passages in reading order. */
export function peopleInText(
  fragment: XmlFragment,
  body: RichText,
  authorOf: Authorship['authorOf'],
): PersonInText[] {
  const letters = body.content.map(lettersOf)
  const people = new Map<string, PersonInText>()
  for (const [index, { block, from, to, author }] of authoredPassages(
    readPassages(fragment),
    authorOf,
  ).entries()) {
    const words = letters[block]?.slice(from, to).trim() ?? ''
    const person = people.get(author.key) ?? { author, words: 0, quotes: [] }
    people.set(author.key, person)
    person.words += words === '' ? 0 : words.split(/\s+/).length
    if (words !== '') person.quotes.push({ index, words: shortened(words) })
  }
  return [...people.values()].sort((one, other) => other.words - one.words)
}

/** A fact, a reference or a party's word counts as one letter. */
const ATOM = '…'

function lettersOf(block: RichTextBlock): string {
  if (block.type === 'block') return ''
  return (block.content ?? [])
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? ' ' : ATOM))
    .join('')
}

/** As much of a passage as tells which one it is, in letters. */
const QUOTE = 60

function shortened(words: string): string {
  if (words.length <= QUOTE) return words
  return `${words.slice(0, QUOTE).replace(/\s+\S*$/, '')} …`
}
