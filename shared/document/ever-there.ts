import type * as Y from 'yjs'
import { LISTS } from '../agreement/schema-walk.ts'
import { maybeFieldAt } from './address.ts'
import { listMap } from './layout.ts'

/**
 * Whether a list of the agreement holds this record, or ever held it: what was taken out leaves its key behind. Says so of what somebody who was
 * away meant, and that another took out meanwhile.
 */
export function wasEverIn(doc: Y.Doc, list: string, id: string): boolean {
  return LISTS.has(list) && listMap(doc, list)._map.has(id)
}

/** Whether this is the address of a fact of the agreement, or of one that was in it. */
export function wasEverFact(doc: Y.Doc, address: string): boolean {
  const place = maybeFieldAt(address)
  if (place === null) return false
  return place.in === 'group' || wasEverIn(doc, place.list.path, place.recordId)
}
