import * as Y from 'yjs'
import { LIMITS } from './limits.ts'
import type { DeletedRun } from './plain-edit.ts'

/** An update taken apart: up to which clock it reaches per client, what it deletes, and whether all it builds on is there. */
export type UpdateStructure = { reach: Map<number, number>; deleted: DeletedRun[]; complete: boolean }

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Struct = Decoded['structs'][number]
/** How far the document knows a client, by clock. */
export type Known = (client: number) => number

/** True for the update that says nothing: no structs, no deletions. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}

/** True for an update that only takes away: it has no structs. */
export function addsNothing(update: Uint8Array): boolean {
  return update[0] === 0
}

/** Takes the bytes of an update apart without applying them; null when they are no update that an honest client makes. */
export function maybeStructure(update: Uint8Array, known: Known): UpdateStructure | null {
  const decoded = maybeDecode(update)
  if (!decoded?.structs.every(isHonest)) return null
  const { reach, contiguous } = reachOf(decoded.structs, known)
  if (reach.size > LIMITS.clientsPerUpdate) return null
  const there = (client: number, clock: number) => clock < (reach.get(client) ?? known(client))
  const complete =
    contiguous && decoded.structs.every((s) => isRooted(s, there)) && deletesKnown(decoded, there)
  return { reach, deleted: runsOf(decoded), complete }
}

function maybeDecode(update: Uint8Array): Decoded | null {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return null
  }
}

/** A struct of no length would be read forever; documents inside documents are nothing Handslag makes. */
function isHonest(struct: Struct): boolean {
  const { clock, client } = struct.id
  if (!Number.isSafeInteger(client) || !Number.isSafeInteger(clock + struct.length)) return false
  if (struct.length === 0) return false
  return !(struct instanceof Y.Item) || isHonestContent(struct.content)
}

function isHonestContent(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentDoc) return false
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return isShallow(content.arr)
  if (content instanceof Y.ContentEmbed) return isShallow(content.embed)
  return !(content instanceof Y.ContentFormat) || isShallow(content.value)
}

/** Yjs writes values by recursion: one that is nested too deep could be read once and never written again. */
function isShallow(value: unknown, levels: number = LIMITS.depth): boolean {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return true
  return levels > 0 && Object.values(value).every((part) => isShallow(part, levels - 1))
}

/** Skips stand for what the sender left out; behind one, the next struct must fit to what the document knows already. */
function reachOf(structs: readonly Struct[], known: Known) {
  const reach = new Map<number, number>()
  let contiguous = true
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    const reached = reach.get(client) ?? known(client)
    if (clock > reached) contiguous = false
    reach.set(client, Math.max(reached, clock + struct.length))
  }
  return { reach, contiguous }
}

function isRooted(struct: Struct, there: (client: number, clock: number) => boolean): boolean {
  if (!(struct instanceof Y.Item)) return true
  const needed = [struct.origin, struct.rightOrigin, struct.parent instanceof Y.ID ? struct.parent : null]
  return needed.every((id) => id === null || there(id.client, id.clock))
}

function runsOf({ ds }: Decoded): DeletedRun[] {
  return [...ds.clients].flatMap(([client, runs]) =>
    runs.map(({ clock, len }) => ({ client, clock, length: len })),
  )
}

function deletesKnown({ ds }: Decoded, there: (client: number, clock: number) => boolean): boolean {
  for (const [client, ranges] of ds.clients) {
    if (!ranges.every(({ clock, len }) => len > 0 && there(client, clock + len - 1))) return false
  }
  return true
}
