import * as Y from 'yjs'
import { LIMITS } from './limits.ts'

/**
 * True when what stands in the document since `before` (a clock per client) holds a shared type deeper than `LIMITS.typeDepth`. Whoever
 * reads or deletes types does so by recursion, Yjs too: below some depth nobody could open the text again, or remove it.
 */
export function addsTooDeep(doc: Y.Doc, before: ReadonlyMap<number, number>): boolean {
  for (const [client, clock] of before) {
    const structs = doc.store.clients.get(client) ?? []
    if (structs.slice(firstSince(structs, clock)).some(isTooDeep)) return true
  }
  return false
}

function firstSince(structs: readonly (Y.Item | Y.GC)[], clock: number): number {
  const newest = structs.at(-1)
  if (!newest || newest.id.clock + newest.length <= clock) return structs.length
  return Y.findIndexSS(structs as (Y.Item | Y.GC)[], clock)
}

function isTooDeep(struct: Y.Item | Y.GC): boolean {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return false
  let above: Y.Item | null = struct
  for (let depth = 0; above !== null; depth += 1) {
    if (depth > LIMITS.typeDepth) return true
    above = above.parent instanceof Y.AbstractType ? above.parent._item : null
  }
  return false
}
