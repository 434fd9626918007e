import * as Y from 'yjs'
import type { DeletedRun } from './plain-edit.ts'

/** True when all of the run is in the document, and nothing of it is deleted. */
export function isUntouched(doc: Y.Doc, run: DeletedRun): boolean {
  return everyStruct(doc, run, (struct) => !struct.deleted)
}

/** True when all of the run is in the document and deleted already. */
export function isGone(doc: Y.Doc, run: DeletedRun): boolean {
  return everyStruct(doc, run, (struct) => struct.deleted)
}

export function overlap(one: DeletedRun, other: DeletedRun): boolean {
  const begin = Math.max(one.clock, other.clock)
  return one.client === other.client && begin < Math.min(one.clock + one.length, other.clock + other.length)
}

type Holds = (struct: Y.Item | Y.GC) => boolean

function everyStruct(doc: Y.Doc, { client, clock, length }: DeletedRun, holds: Holds): boolean {
  const structs = doc.store.clients.get(client)
  const end = clock + length
  if (!structs || end > Y.getState(doc.store, client)) return false
  for (let at = Y.findIndexSS(structs, clock); ; at += 1) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= end) return true
    if (!holds(struct)) return false
  }
}
