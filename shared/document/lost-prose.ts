import * as Y from 'yjs'
import { fragmentOf, listMap, maybeFragmentOwner, nameOfRoot } from './layout.ts'
import type { Fallen, FallenWords, LostWords } from './lost-words.ts'
import { lostPieces, plainText } from './words-as-they-were.ts'

/** What fell along in articles and annexes: one entry for each paragraph. */
export function lostProse(fallen: Fallen): LostWords[] {
  const paragraphs = new Map<Y.Item, string>()
  for (const item of fallen.items) {
    const found = paragraphAround(item, fallen.doc)
    if (found) paragraphs.set(found.paragraph, found.path)
  }
  return [...paragraphs].flatMap(([paragraph, path]) => lostIn(paragraph, path, fallen))
}

/** The child of an article's text that an item stands in, with the address of that text. Null elsewhere. */
function paragraphAround(item: Y.Item, doc: Y.Doc): { paragraph: Y.Item; path: string } | null {
  let paragraph = item
  let around = item.parent as Y.AbstractType<unknown>
  while (around._item !== null) {
    paragraph = around._item
    around = paragraph.parent as Y.AbstractType<unknown>
  }
  const owner = maybeFragmentOwner(nameOfRoot(doc, around))
  return owner && paragraph !== item ? { paragraph, path: `${owner.listPath}.${owner.id}.body` } : null
}

function lostIn(paragraph: Y.Item, path: string, fallen: Fallen): LostWords[] {
  const [first] = fallen.items.filter((item) => paragraphAround(item, fallen.doc)?.paragraph === paragraph)
  return first === undefined ? [] : lostParagraph(paragraph, path, first, fallen)
}

function lostParagraph(paragraph: Y.Item, path: string, first: Y.Item, fallen: FallenWords): LostWords[] {
  if (!(paragraph.content instanceof Y.ContentType)) return []
  const pieces = lostPieces(paragraph.content.type as Y.XmlElement, fallen)
  if (pieces.length === 0) return []
  const text = pieces.map(({ content }) => plainText(content)).join(' … ')
  const { client, clock } = paragraph.id
  const id = `${first.id.client}-${first.id.clock}`
  const anchor = { client, clock }
  const noValue = { value: null, by: null, joined: null }
  return [{ id, kind: 'prose', how: 'removed', path, text, pieces, anchor, ...noValue }]
}

/**
 * What a person's own paragraphs say in an article or annex whose record has gone: its maker took back that they made it. Nothing of
 * them is deleted, but nobody finds them any more.
 */
export function orphanedProse(doc: Y.Doc, transaction: Y.Transaction, own: ReadonlySet<number>): LostWords[] {
  return TEXT_LISTS.flatMap((list) => {
    const records = listMap(doc, list)
    const changed = [...transaction.changed].flatMap(([type, ids]) =>
      Object.is(type, records) ? [...ids] : [],
    )
    const gone = changed.filter((id): id is string => id !== null && !records.has(id))
    return gone.flatMap((id) => standingProse(doc, transaction, own, list, id))
  })
}

const TEXT_LISTS = ['articles', 'annexes']

function standingProse(
  doc: Y.Doc,
  transaction: Y.Transaction,
  own: ReadonlySet<number>,
  list: string,
  id: string,
): LostWords[] {
  const isLost = (client: number, clock: number) =>
    own.has(client) && !Y.getItem(doc.store, Y.createID(client, clock)).deleted
  const found: LostWords[] = []
  for (let item = fragmentOf(doc, list, id)._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const items = [...itemsIn(item)].filter(({ id: { client }, deleted }) => own.has(client) && !deleted)
    const [first] = items
    if (first)
      found.push(...lostParagraph(item, `${list}.${id}.body`, first, { doc, transaction, items, isLost }))
  }
  return found
}

function* itemsIn({ content }: Y.Item): Generator<Y.Item> {
  if (!(content instanceof Y.ContentType)) return
  const { _start } = content.type as Pick<Y.XmlFragment, '_start'>
  for (let item: Y.Item | null = _start; item !== null; item = item.right) {
    yield item
    yield* itemsIn(item)
  }
}
