import * as Y from 'yjs'
import { maybeFragmentOwner, nameOfRoot } from './layout.ts'
import type { Fallen, LostWords } from './lost-words.ts'
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
  if (!(paragraph.content instanceof Y.ContentType)) return []
  const pieces = lostPieces(paragraph.content.type as Y.XmlElement, fallen)
  const [first] = fallen.items.filter((item) => paragraphAround(item, fallen.doc)?.paragraph === paragraph)
  if (pieces.length === 0 || first === undefined) return []
  const text = pieces.map(({ content }) => plainText(content)).join(' … ')
  const { client, clock } = paragraph.id
  const id = `${first.id.client}-${first.id.clock}`
  return [{ id, kind: 'prose', how: 'removed', path, text, pieces, anchor: { client, clock }, value: null }]
}
