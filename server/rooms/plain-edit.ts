import { createDecoder, type Decoder, hasContent, readUint8, readVarString, readVarUint } from 'lib0/decoding'
import type { Span } from './join-typing.ts'
import type { Known } from './update-structure.ts'

/** A run of clocks of one client that an update deletes. */
export type DeletedRun = { client: number; clock: number; length: number }

/** What people do with nearly every key: words at one place, or runs taken away, or both. `null` for `typed`: nothing is added. */
export type PlainEdit = { typed: Span | null; deleted: readonly DeletedRun[] }

/** Yjs, update format 1: a struct of a string that stands beside something, which also says what it stands in. */
const STRING_AT = { left: 0x84, right: 0x44, both: 0xc4 } as const
/** More runs are looked at the usual way. */
const MOST_RUNS = 16

/**
 * Reads an update of Yjs that is one string beside something known, or deletes some runs, or both. Such an update cannot break a document: it
 * makes no types, waits for nothing, and says all that Yjs would tell on of it. Null when it is anything else, or not all it builds on is
 * known; that says nothing about whether it is good.
 */
export function maybePlainEdit(update: Uint8Array, known: Known): PlainEdit | null {
  try {
    const decoder = createDecoder(update)
    const clients = readVarUint(decoder)
    if (clients > 1) return null
    const typed = clients === 1 ? maybeTyped(decoder, known) : null
    if (clients === 1 && !typed) return null
    const deleted = maybeRuns(decoder)
    return deleted && !hasContent(decoder) ? { typed, deleted } : null
  } catch {
    return null
  }
}

function maybeTyped(decoder: Decoder, known: Known): Span | null {
  if (readVarUint(decoder) !== 1) return null
  const client = readVarUint(decoder)
  const from = readVarUint(decoder)
  const info = readUint8(decoder)
  if (info !== STRING_AT.left && info !== STRING_AT.right && info !== STRING_AT.both) return null
  for (let beside = info === STRING_AT.both ? 2 : 1; beside > 0; beside -= 1) {
    const neighbour = readVarUint(decoder)
    if (readVarUint(decoder) >= known(neighbour)) return null
  }
  const { length } = readVarString(decoder)
  return length > 0 && from === known(client) ? { client, from, to: from + length } : null
}

function maybeRuns(decoder: Decoder): DeletedRun[] | null {
  const runs: DeletedRun[] = []
  for (let clients = readVarUint(decoder); clients > 0; clients -= 1) {
    const client = readVarUint(decoder)
    for (let count = readVarUint(decoder); count > 0; count -= 1) {
      const [clock, length] = [readVarUint(decoder), readVarUint(decoder)]
      if (length === 0 || runs.length === MOST_RUNS) return null
      runs.push({ client, clock, length })
    }
  }
  return runs
}
