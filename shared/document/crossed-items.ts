import * as Y from 'yjs'

/**
 * Writes anew every text in which what this side made from clock `since` on stands between the wrong neighbours, and says whether there was one.
 * Taking back and doing again can make such items: Yjs (13, `redoItem`) looks for the place left and right of what comes back each by itself, and
 * where the paragraph came back as well, the left one may be found behind the right one. Where such an item goes depends on what a document
 * took in first, so two people would read different texts. Written anew it has a place of its own.
 */
export function mendCrossedItems(doc: Y.Doc, since: number): boolean {
  const lists = new Set(madeSince(doc, since).flatMap((item) => (isCrossed(item, doc) ? [item.parent] : [])))
  if (lists.size === 0) return false
  doc.transact(() => {
    for (const list of lists) writeAnew(list)
  })
  return true
}

function madeSince(doc: Y.Doc, since: number): Y.Item[] {
  const made: Y.Item[] = []
  const own = doc.store.clients.get(doc.clientID) ?? []
  for (let at = own.length - 1; at >= 0; at -= 1) {
    const struct = own[at]
    if (struct === undefined || struct.id.clock + struct.length <= since) break
    if (struct instanceof Y.Item && !struct.deleted) made.push(struct)
  }
  return made
}

/** True when the item behind which it was put stands behind the one before which it was put. */
function isCrossed({ origin, rightOrigin, parentSub }: Y.Item, doc: Y.Doc): boolean {
  if (origin === null || rightOrigin === null || parentSub !== null) return false
  const [left, right] = [Y.getItem(doc.store, origin), Y.getItem(doc.store, rightOrigin)]
  // What was thrown away has no place that anybody could see differently.
  if (!(left instanceof Y.Item) || !(right instanceof Y.Item)) return false
  for (let item: Y.Item | null = left; item !== null; item = item.right)
    if (item === right) return item === left && origin.clock >= rightOrigin.clock
  return true
}

/** The new letters lean on each other and on nothing that stands elsewhere for somebody else. */
function writeAnew(list: Y.Item['parent']): void {
  if (list instanceof Y.Text) {
    const delta = list.toDelta()
    list.delete(0, list.length)
    list.applyDelta(delta)
  } else if (list instanceof Y.XmlFragment) {
    const copies = list.toArray().map((child) => child.clone() as Y.XmlElement | Y.XmlText)
    list.delete(0, list.length)
    list.insert(0, copies)
  }
}
