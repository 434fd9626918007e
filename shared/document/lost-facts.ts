import * as Y from 'yjs'
import { maybeFieldAt } from './address.ts'
import { listMap, nameOfRoot, TOP } from './layout.ts'
import type { Fallen, LostWords } from './lost-words.ts'
import { lostPieces, plainText } from './words-as-they-were.ts'

/** What fell along in facts: single values, and the long texts of records. What stands at the same address now is no loss. */
export function lostFacts(fallen: Fallen): LostWords[] {
  const texts = new Map<Y.Text, Y.Item>()
  const values: LostWords[] = []
  for (const item of fallen.items) {
    const parent = item.parent as Y.AbstractType<unknown>
    if (parent instanceof Y.Text && !(parent instanceof Y.XmlText)) {
      if (!texts.has(parent)) texts.set(parent, item)
    } else if (parent instanceof Y.Map && !(parent instanceof Y.XmlElement)) {
      values.push(...lostValue(item, fallen))
    }
  }
  return [...values, ...[...texts].flatMap(([text, first]) => lostText(text, first, fallen))]
}

function lostValue(item: Y.Item, { doc, isLost }: Fallen): LostWords[] {
  const path = addressOf(item, doc)
  const field = path === null ? null : maybeFieldAt(path)?.field
  const value: unknown = item.content.getContent().at(-1)
  if (path === null || field?.layout.kind !== 'scalar' || !isScalar(value) || value === '') return []
  if (!isLost(item.id.client, item.id.clock + item.length - 1) || valueAt(path, doc) === value) return []
  const how = (item.parent as Y.AbstractType<unknown>)._item?.deleted ? 'removed' : 'overwritten'
  return [{ id: idOf(item), kind: 'value', how, path, text: String(value), pieces: [], anchor: null, value }]
}

function lostText(text: Y.Text, first: Y.Item, fallen: Fallen): LostWords[] {
  const path = text._item && addressOf(text._item, fallen.doc)
  if (!path || maybeFieldAt(path)?.field.layout.kind !== 'longText') return []
  const pieces = lostPieces(text, fallen)
  const now = valueAt(path, fallen.doc)
  const standing = now instanceof Y.Text ? now.toString() : ''
  const lost = pieces.map(({ content }) => plainText(content)).filter((words) => !standing.includes(words))
  if (lost.length === 0) return []
  return [
    {
      ...{ id: idOf(first), kind: 'text', how: 'removed', path, text: lost.join(' … ') },
      ...{ pieces, anchor: null, value: null },
    },
  ]
}

const idOf = ({ id }: Y.Item): string => `${id.client}-${id.clock}`

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** The dotted address of a key in a map of the document. */
function addressOf(item: Y.Item, doc: Y.Doc): string | null {
  const steps: string[] = []
  let at: Y.Item | null = item
  let root = item.parent as Y.AbstractType<unknown>
  while (at !== null) {
    if (at.parentSub === null) return null
    steps.unshift(at.parentSub)
    root = at.parent as Y.AbstractType<unknown>
    at = root._item
  }
  const name = nameOfRoot(doc, root)
  return (name === TOP ? steps : [name, ...steps]).join('.')
}

/** What stands at an address now. */
function valueAt(path: string, doc: Y.Doc): unknown {
  const place = maybeFieldAt(path)
  if (place?.in === 'record') {
    const record = listMap(doc, place.list.path).get(place.recordId)
    return record instanceof Y.Map ? record.get(place.field.name) : undefined
  }
  return place ? doc.getMap(place.group === '' ? TOP : place.group).get(place.field.name) : undefined
}
