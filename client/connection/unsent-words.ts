import * as Y from 'yjs'
import { maybeFragmentOwner } from '../../shared/document/layout.ts'

/** Words that were typed and never reached the server: where they stood (`articles.<id>.body`; empty when it has no name), and they. */
export type UnsentWords = { place: string; text: string }

/**
 * The words that `unsent` updates put into a document made of `known` ones, per article and long text, in the order in which they stand.
 * What was unsent and deleted again is no word. Never throws on what a copy could hold; what cannot be read has no words.
 */
export function unsentWords(known: readonly Uint8Array[], unsent: readonly Uint8Array[]): UnsentWords[] {
  const doc = new Y.Doc()
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

function wordsOfRoot(doc: Y.Doc, name: string, before: Clocks): UnsentWords[] {
  const owner = maybeFragmentOwner(name)
  // A root has no kind until somebody names it; the walk below reads the items themselves and needs none.
  const root = doc.share.get(name)
  if (root === undefined) return []
  const place = owner === null ? '' : `${owner.listPath}.${owner.id}.body`
  const texts: string[] = []
  collect(root, before, texts)
  const text = texts
    .map((each) => each.replace(/ {2,}/g, ' ').trim())
    .filter((each) => each !== '')
    .join('\n')
  return text === '' ? [] : [{ place, text }]
}

/** Every run of unsent letters under a type, one entry for what stands in one text. */
function collect(
  type: Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>,
  before: Clocks,
  into: string[],
): void {
  let run = ''
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentString) run += unsentPart(item, item.content.str, before)
    if (item.content instanceof Y.ContentType) collect(item.content.type, before, into)
  }
  if (run !== '') into.push(run)
  for (const item of type._map.values()) {
    if (!item.deleted && item.content instanceof Y.ContentType) collect(item.content.type, before, into)
  }
}

/** One item can hold letters of before and after: Yjs joins what one person typed on. A gap between two runs reads as a space. */
function unsentPart({ id }: Y.Item, letters: string, before: Clocks): string {
  const known = Math.max(0, (before.get(id.client) ?? 0) - id.clock)
  return known === 0 ? letters : ` ${letters.slice(known)}`
}
