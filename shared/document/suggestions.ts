import * as Y from 'yjs'
import { maybeSuggestion } from '../agreement/as-it-stands.ts'
import { type Inline, inline, type RichText } from '../agreement/rich-text.ts'
import { SUGGESTION_MARKS, type SuggestionMark, suggestionIdOf } from '../agreement/suggestion.ts'
import { fragmentOf, listMap } from './layout.ts'
import type { LostPlace } from './lost-piece.ts'
import { placedRecords } from './order.ts'
import { readRichText } from './rich-text-read.ts'
import { plainText } from './words-as-they-were.ts'

/** What a suggestion would do to the words. */
export type SuggestedWords = { inserted: string; deleted: string }

/** An open suggestion in one text: what it would do, where it begins, and by which writing it came. */
export type OpenSuggestion = SuggestedWords & {
  id: string
  /** Index of the paragraph it begins in. */
  block: number
  /** The words around it in its paragraph, as they stand. */
  before: string
  after: string
  /** The Yjs ids of what made it a suggestion and of the words put in: whoever wrote these proposes it. */
  writing: LostPlace[]
}

/** A suggestion, and the article or annex it is in. */
export type PlacedSuggestion = { place: string; suggestion: OpenSuggestion }

/** Every suggestion in the articles and annexes, in the order of the agreement. `read`: how one text is read; an observer hands in one that remembers. */
export function suggestionsIn(doc: Y.Doc, read = readSuggestions): PlacedSuggestion[] {
  return TEXTS.flatMap((list) =>
    placedRecords(listMap(doc, list)).flatMap(({ id }) =>
      read(fragmentOf(doc, list, id)).map((suggestion) => ({ place: id, suggestion })),
    ),
  )
}

/** The text of an article or annex that is in the agreement; null when there is none. */
export function maybeText(doc: Y.Doc, place: string): Y.XmlFragment | null {
  const list = TEXTS.find((path) => listMap(doc, path).has(place))
  return list === undefined ? null : fragmentOf(doc, list, place)
}

const TEXTS = ['articles', 'annexes'] as const

type Noted = { kind: SuggestionMark; id: string; text: string; writing: Y.ID[] }

/** The suggestions in a text, in the order in which they begin. Never throws on what a peer could have written. */
export function readSuggestions(fragment: Y.XmlFragment): OpenSuggestion[] {
  const found = new Map<string, OpenSuggestion>()
  for (const [block, child] of fragment.toArray().entries()) {
    if (!(child instanceof Y.XmlElement) || child.nodeName !== 'paragraph') continue
    let line = ''
    for (const part of partsOf(child)) {
      for (const { kind, id, text, writing } of part.noted) {
        const known = found.get(id) ?? {
          id,
          block,
          inserted: '',
          deleted: '',
          before: line.slice(-NEAR),
          after: '',
          writing: [],
        }
        if (kind === 'insertion') known.inserted += text
        else known.deleted += text
        known.writing.push(...writing.map(({ client, clock }) => ({ client, clock })))
        known.after = ''
        found.set(id, known)
      }
      if (part.noted.some(({ kind }) => kind === 'insertion')) continue
      line += part.text
      for (const one of found.values()) {
        const isIn = part.noted.some(({ id }) => id === one.id)
        if (one.block === block && !isIn && one.after.length < NEAR)
          one.after = (one.after + part.text).slice(0, NEAR)
      }
    }
  }
  return [...found.values()]
}

/** How much of the surroundings goes along, in characters. */
const NEAR = 60

type Part = { text: string; noted: Noted[] }

function* partsOf(paragraph: Y.XmlElement): Generator<Part> {
  for (const item of present(paragraph)) {
    if (!(item.content instanceof Y.ContentType)) continue
    const { type } = item.content
    if (type instanceof Y.XmlText) yield* wordsIn(type)
    else if (type instanceof Y.XmlElement) yield nodePart(type, item)
  }
}

function* wordsIn(text: Y.XmlText): Generator<Part> {
  const marks = new Map<SuggestionMark, { id: string; by: Y.ID }>()
  for (const { content, id: place } of present(text)) {
    if (content instanceof Y.ContentFormat) {
      const kind = SUGGESTION_MARKS.find((mark) => mark === content.key)
      const id = suggestionIdOf(content.value)
      if (kind && id === null) marks.delete(kind)
      else if (kind && id !== null) marks.set(kind, { id, by: place })
    }
    if (!(content instanceof Y.ContentString)) continue
    const words = content.str
    yield {
      text: words,
      noted: [...marks].map(([kind, { id, by }]) => ({
        kind,
        id,
        text: words,
        writing: kind === 'insertion' ? [by, place] : [by],
      })),
    }
  }
}

function nodePart(element: Y.XmlElement, item: Y.Item): Part {
  const attrs: Record<string, unknown> = element.getAttributes()
  const read = inline.safeParse({
    type: element.nodeName,
    attrs: { ...attrs, insertion: null, deletion: null },
  })
  const text = read.success ? plainText([read.data]) : ''
  const noted = SUGGESTION_MARKS.flatMap((kind): Noted[] => {
    const id = suggestionIdOf(attrs[kind])
    const by = element._map.get(kind)
    if (id === null || by === undefined) return []
    return [{ kind, id, text, writing: kind === 'insertion' ? [by.id, item.id] : [by.id] }]
  })
  return { text, noted }
}

function* present(type: Y.XmlElement | Y.XmlText): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) yield item
}

export type Outcome = 'accept' | 'reject'

/** A part of a suggestion after it was decided: words that went with it, or words that stayed and lost their mark. */
export type SettledPiece = {
  kind: SuggestionMark
  /** Where in the paragraph as it is afterwards, as an editor counts. */
  at: number
  size: number
  /** What went, with the marks of others on it. */
  content: Inline[]
}

/** What a decision did to one paragraph, so that it can be taken back. */
export type SettledParagraph = { block: number; after: Inline[]; pieces: SettledPiece[] }

/**
 * Decides a suggestion in a text, inside the transaction of the caller: accepted words lose their mark and words to be taken out go; the
 * other way round when it is rejected. Gives what has to be known to take that back; nothing when it is not there (any more).
 */
export function settleSuggestion(fragment: Y.XmlFragment, id: string, outcome: Outcome): SettledParagraph[] {
  const settled = settledParagraphs(readRichText(fragment, '').value, id, outcome)
  for (const { block } of settled) {
    const paragraph = fragment.get(block)
    if (paragraph instanceof Y.XmlElement) settleParagraph(paragraph, id, outcome)
  }
  return settled
}

/** What becomes of a piece: null when it is no part of the suggestion. */
function fate(insertion: string | null, deletion: string | null, id: string, outcome: Outcome): Fate | null {
  const goes = outcome === 'accept' ? deletion === id : insertion === id
  if (goes) return { goes, kind: outcome === 'accept' ? 'deletion' : 'insertion' }
  const stays = outcome === 'accept' ? insertion === id : deletion === id
  return stays ? { goes, kind: outcome === 'accept' ? 'insertion' : 'deletion' } : null
}

type Fate = { goes: boolean; kind: SuggestionMark }

function settledParagraphs({ content }: RichText, id: string, outcome: Outcome): SettledParagraph[] {
  return content.flatMap((paragraph, block) => {
    if (paragraph.type !== 'paragraph') return []
    const after: Inline[] = []
    const pieces: SettledPiece[] = []
    let at = 0
    for (const node of paragraph.content ?? []) {
      const [insertion, deletion] = SUGGESTION_MARKS.map((kind) => maybeSuggestion(node, kind))
      const what = fate(insertion ?? null, deletion ?? null, id, outcome)
      const size = sizeOf(node)
      if (what)
        pieces.push({ kind: what.kind, at, size: what.goes ? 0 : size, content: what.goes ? [node] : [] })
      if (what?.goes) continue
      after.push(node)
      at += size
    }
    return pieces.length === 0 ? [] : [{ block, after, pieces }]
  })
}

/** As an editor counts: a letter is one, and so is a fact, a reference or a line break. */
export const sizeOf = (node: Inline): number => (node.type === 'text' ? node.text.length : 1)

function settleParagraph(paragraph: Y.XmlElement, id: string, outcome: Outcome): void {
  for (const [index, child] of [...paragraph.toArray().entries()].reverse()) {
    if (child instanceof Y.XmlText) settleWords(child, id, outcome)
    if (!(child instanceof Y.XmlElement)) continue
    const attrs: Record<string, unknown> = child.getAttributes()
    const what = fate(suggestionIdOf(attrs.insertion), suggestionIdOf(attrs.deletion), id, outcome)
    if (what?.goes) paragraph.delete(index, 1)
    else if (what) child.removeAttribute(what.kind)
  }
}

type DeltaPart = { insert?: unknown; attributes?: Record<string, unknown> }

function settleWords(text: Y.XmlText, id: string, outcome: Outcome): void {
  let at = 0
  const runs = (text.toDelta() as DeltaPart[]).map(({ insert, attributes = {} }) => {
    const size = typeof insert === 'string' ? insert.length : 1
    const what = fate(suggestionIdOf(attributes.insertion), suggestionIdOf(attributes.deletion), id, outcome)
    const run = { at, size, what }
    at += size
    return run
  })
  for (const run of runs.reverse()) {
    if (run.what?.goes) text.delete(run.at, run.size)
    else if (run.what) text.format(run.at, run.size, { [run.what.kind]: null })
  }
}
