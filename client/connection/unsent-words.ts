import * as Y from 'yjs'
import { maybeFieldAt } from '../../shared/document/address.ts'
import { maybeFragmentOwner, TOP } from '../../shared/document/layout.ts'
import { newDocument } from '../../shared/document/new-document.ts'

/**
 * What was typed and never reached the server. `place`: where it stood (`articles.<id>.body`, `term.startDate`; empty when it has no name).
 * `value`: for a fact of one value, what was filled in; else null.
 */
export type UnsentWords = { place: string; text: string; value: string | number | boolean | null }

/**
 * What `unsent` updates put into a document made of `known` ones: words per article and long text in the order in which they stand, and
 * facts. What was unsent and deleted again is no word. Never throws on what a copy could hold; what cannot be read has no words.
 */
export function unsentWords(known: readonly Uint8Array[], unsent: readonly Uint8Array[]): UnsentWords[] {
  const doc = newDocument()
  try {
    apply(doc, known)
    const before = Y.decodeStateVector(Y.encodeStateVector(doc))
    apply(doc, unsent)
    return [...doc.share.keys()].flatMap((name) => wordsOfRoot(doc, name, before))
  } finally {
    doc.destroy()
  }
}

function apply(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  for (const update of updates) {
    try {
      Y.applyUpdate(doc, update)
    } catch {
      // A broken update takes only itself along.
    }
  }
}

type Clocks = ReadonlyMap<number, number>

/** A root has no kind until somebody names it; what is below reads the items themselves and needs none. */
type Type = Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>

function wordsOfRoot(doc: Y.Doc, name: string, before: Clocks): UnsentWords[] {
  const root = doc.share.get(name)
  if (root === undefined) return []
  const owner = maybeFragmentOwner(name)
  if (owner === null) return wordsOfFacts(root, name === TOP ? [] : [name], before)
  const texts: string[] = []
  collect(root, before, texts)
  return wordsAt(`${owner.listPath}.${owner.id}.body`, texts)
}

function wordsAt(place: string, texts: readonly string[]): UnsentWords[] {
  const text = texts
    .map((each) => each.replace(/ {2,}/g, ' ').trim())
    .filter((each) => each !== '')
    .join('\n')
  return text === '' ? [] : [{ place, text, value: null }]
}

/** Long texts and single values under a type, each at its own address. */
function wordsOfFacts(type: Type, steps: readonly string[], before: Clocks): UnsentWords[] {
  const address = steps.join('.')
  const texts: string[] = []
  collectOwn(type, before, texts)
  const words = wordsAt(maybeFieldAt(address) === null ? '' : address, texts)
  for (const [key, item] of type._map) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentType) words.push(...wordsOfFacts(content.type, [...steps, key], before))
    else words.push(...unsentValue(item, [...steps, key].join('.'), before))
  }
  return words
}

function unsentValue({ id, length, content }: Y.Item, place: string, before: Clocks): UnsentWords[] {
  const isKnown = id.clock + length <= (before.get(id.client) ?? 0)
  if (isKnown || maybeFieldAt(place)?.field.layout.kind !== 'scalar') return []
  const value: unknown = content.getContent().at(-1)
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return isScalar && value !== '' ? [{ place, text: String(value), value }] : []
}

/** Every run of unsent letters under a type, one entry for what stands in one text. */
function collect(type: Type, before: Clocks, into: string[]): void {
  collectOwn(type, before, into)
  for (const item of type._map.values()) {
    if (!item.deleted && item.content instanceof Y.ContentType) collect(item.content.type, before, into)
  }
}

function collectOwn(type: Type, before: Clocks, into: string[]): void {
  const pieces: Piece[] = []
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentString) pieces.push(...piecesOf(item, item.content.str, before))
    if (item.content instanceof Y.ContentType) collect(item.content.type, before, into)
  }
  const words = unsentIn(pieces)
  if (words !== '') into.push(words)
}

/** Letters that stand next to each other and are all known, or all unsent. */
type Piece = { text: string; isUnsent: boolean }

/** One item can hold letters of before and after: Yjs joins what one person typed on. */
function piecesOf({ id }: Y.Item, letters: string, before: Clocks): Piece[] {
  const known = Math.max(0, (before.get(id.client) ?? 0) - id.clock)
  return [
    { text: letters.slice(0, known), isUnsent: false },
    { text: letters.slice(known), isUnsent: true },
  ]
}

/** The unsent words of a text; what stands between two of them reads as a space. */
function unsentIn(pieces: readonly Piece[]): string {
  const done: Piece[] = []
  for (const piece of pieces) if (piece.text !== '') addPiece(done, piece)
  const runs = done.filter(({ isUnsent }) => isUnsent)
  return runs.map(({ text }) => text).join(' ')
}

/**
 * Puts a piece behind the others. Who types a "t" in front of a "t" makes what reads the same whichever of the two is new, and an editor may tell
 * Yjs either: then the word that was typed is cut by a letter that was there. It is read as it was typed, in one piece.
 */
function addPiece(done: Piece[], { text, isUnsent }: Piece): void {
  const last = done.at(-1)
  if (last?.isUnsent === isUnsent) {
    done.pop()
    return addPiece(done, { text: last.text + text, isUnsent })
  }
  const first = done.at(-2)
  if (!isUnsent || last === undefined || first === undefined) {
    done.push({ text, isUnsent })
  } else if (text.endsWith(last.text)) {
    done.splice(-2, 2, { text: first.text + last.text + text.slice(0, -last.text.length), isUnsent }, last)
  } else if (first.text.startsWith(last.text)) {
    const whole = first.text.slice(last.text.length) + last.text + text
    done.splice(-2, 2)
    addPiece(done, last)
    done.push({ text: whole, isUnsent })
  } else {
    done.push({ text, isUnsent })
  }
}
