import * as Y from 'yjs'
import type { ScalarType } from '../agreement/field.ts'
import { withOwnChange } from '../support/with-own-change.ts'
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

function lostValue(item: Y.Item, fallen: Fallen): LostWords[] {
  const { doc, isLost } = fallen
  const path = addressOf(item, doc)
  const field = path === null ? null : maybeFieldAt(path)?.field
  const value = contentOf(item)
  if (path === null || field?.layout.kind !== 'scalar' || !isScalar(value) || value === '') return []
  if (!isLost(item.id.client, item.id.clock + item.length - 1) || valueAt(path, doc) === value) return []
  const how = (item.parent as Y.AbstractType<unknown>)._item?.deleted ? 'removed' : 'overwritten'
  const joined = how === 'overwritten' ? joinedLine(item, field.layout.type, fallen) : null
  return [
    {
      ...{ id: idOf(item), kind: 'value', how, path, text: String(value) },
      ...{ pieces: [], anchor: null, value, by: item.id.client, joined },
    },
  ]
}

/**
 * What a line of text says with the own letters in it that another, who set the line at the same moment, did not see. Null for what is no line, or
 * cannot be said: the own letters were put into a value that the other did not see either, and who wrote that puts in theirs.
 */
function joinedLine(lost: Y.Item, type: ScalarType, { doc, replaced }: Fallen): string | null {
  const standing = (lost.parent as Y.AbstractType<unknown>)._map.get(lost.parentSub ?? '')
  if (type.name !== 'text' || !standing || standing.deleted) return null
  const shared = lastShared(lost, standing, doc)
  const was = shared === undefined ? undefined : replaced.at(shared)
  const [own, other] = [contentOf(lost), contentOf(standing)]
  if (typeof was !== 'string' || typeof own !== 'string' || typeof other !== 'string') return null
  const joined = withOwnChange(was, own, other)
  return joined !== null && joined.length <= type.max ? joined : null
}

/** The value that the own letters were put into, if whoever set the standing one knew it: null for none, undefined when they did not. */
function lastShared(lost: Y.Item, standing: Y.Item, doc: Y.Doc): Y.ID | null | undefined {
  const known = [...followed(standing, doc)]
  for (const id of followed(lost, doc)) {
    if (known.some((each) => Y.compareIDs(each, id))) return id
    if (id.client !== lost.id.client) return undefined
  }
  return null
}

/** The values that came before one, each the one that its writer saw, back to the first. */
function* followed({ origin }: Y.Item, doc: Y.Doc): Generator<Y.ID> {
  let id = origin
  while (id !== null) {
    yield id
    // Replaced values of one client are kept together.
    const kept: unknown = Y.getItem(doc.store, id)
    if (!(kept instanceof Y.Item)) return
    id = id.clock > kept.id.clock ? Y.createID(id.client, id.clock - 1) : kept.origin
  }
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
      ...{ pieces, anchor: null, value: null, by: null, joined: null },
    },
  ]
}

const contentOf = (item: Y.Item): unknown => item.content.getContent().at(-1)

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
