import * as Y from 'yjs'
import { NamedDeletes } from '../../shared/document/named-deletes.ts'
import { newDocument } from '../../shared/document/new-document.ts'
import {
  type AsideReason,
  COPY_STORES,
  type CopyHeader,
  copyId,
  type Row,
  removeCopy,
  removeRow,
  rowsOf,
  type Store,
  type UpdateRow,
  type WaitingRow,
} from './copies.ts'
import type { DeviceStore } from './device-store.ts'
import { answerOf } from './indexed-db.ts'
import { type UnsentWords, unsentWords } from './unsent-words.ts'

export type LoadedCopy = {
  header: CopyHeader
  updates: Uint8Array[]
  waiting: { row: Row; edits: number }[]
  /** Number of rows with what the server has; many are worth putting together. */
  keptRows: number
}

/** Reads a copy; null when there is none. */
export function loadCopy(device: DeviceStore, id: string): Promise<LoadedCopy | null> {
  return device.run(COPY_STORES, 'read', async (store) => {
    const header = await answerOf<CopyHeader | undefined>(store('copies').get(id))
    if (header === undefined) return null
    const { updates, waiting } = await rowsOf(store, id)
    return {
      header,
      updates: updates.map(({ update }) => update),
      waiting: waiting.map(({ row, edits }) => ({ row, edits })),
      keptRows: updates.length - waiting.length,
    }
  })
}

let rowsMade = 0

/**
 * A key that no other page chooses, so that a row can be named before the browser has answered. Rows of a page are read in the order in which
 * they were made, and those of several pages about so: what builds on something is not read before it.
 */
export function newRow(): Row {
  rowsMade += 1
  const made = [Date.now(), rowsMade].map((number) => number.toString(36).padStart(9, '0'))
  const own = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36))
  return [...made, ...own].join('-')
}

/** A change of a copy that is written without looking at what is there. */
type PlainChange =
  /** `edits` is 0 for what the server has. */
  { kind: 'update'; row: Row; update: Uint8Array; edits: number } | { kind: 'kept'; rows: readonly Row[] }

/** One change of a copy. All that are handed over together are done in one transaction, in order. */
export type CopyChange =
  | PlainChange
  | { kind: 'header'; header: Partial<CopyHeader> }
  /** Puts rows that wait together into one. */
  | { kind: 'mergeWaiting'; rows: readonly Row[]; into: Row }
  /** Puts all that the server has into one row. */
  | { kind: 'mergeKept' }

const isPlain = (change: CopyChange): change is PlainChange =>
  change.kind === 'update' || change.kind === 'kept'

/**
 * Writes changes of one copy, all or none. Edits leave the page at once. What is written outlives the page, and the browser; a dead
 * battery only once `flushToDisk` was done.
 */
export function writeCopy(device: DeviceStore, id: string, changes: readonly CopyChange[]): Promise<void> {
  if (changes.every(isPlain))
    return device.writeAtOnce(COPY_STORES, (store) => {
      for (const change of changes) writePlain(store, id, change)
    })
  return device.run(COPY_STORES, 'write', async (store) => {
    for (const change of changes) await writeChange(store, id, change)
  })
}

/** A write that fails ends its whole transaction, and so is told there. */
function writePlain(store: Store, id: string, change: PlainChange): void {
  if (change.kind === 'kept') for (const row of change.rows) store('waiting').delete(row)
  else addUpdate(store, { ...change, copy: id })
}

async function writeChange(store: Store, id: string, change: CopyChange): Promise<void> {
  switch (change.kind) {
    case 'header': {
      const before = await answerOf<CopyHeader | undefined>(store('copies').get(id))
      await answerOf(store('copies').put({ ...before, ...change.header, id }))
      return
    }
    case 'mergeWaiting':
      return mergeWaiting(store, id, change.rows, change.into)
    case 'mergeKept':
      return mergeKept(store, id)
    default:
      writePlain(store, id, change)
  }
}

function addUpdate(store: Store, { row, copy, update, edits }: UpdateRow & { edits: number }): void {
  store('updates').add({ row, copy, update })
  if (edits > 0) store('waiting').put({ row, copy, edits })
}

/** Rows that another tab has settled or removed meanwhile count as nothing. */
async function mergeWaiting(store: Store, copy: string, rows: readonly Row[], into: Row): Promise<void> {
  const updates: Uint8Array[] = []
  let edits = 0
  for (const row of rows) {
    const update = await answerOf<UpdateRow | undefined>(store('updates').get(row))
    const waiting = await answerOf<WaitingRow | undefined>(store('waiting').get(row))
    if (update === undefined) continue
    updates.push(update.update)
    edits += waiting?.edits ?? 0
    await removeRow(store, row)
  }
  addUpdate(store, { row: into, copy, update: Y.mergeUpdates(updates), edits })
}

/** Only rows that nobody waits for: those of edits stay apart, so that they can be counted, and told when they cannot be sent. */
async function mergeKept(store: Store, id: string): Promise<void> {
  const { updates, waiting } = await rowsOf(store, id)
  const waits = new Set(waiting.map(({ row }) => row))
  const kept = updates.filter(({ row }) => !waits.has(row))
  if (kept.length < 2) return
  const merged = putTogether(kept.map(({ update }) => update))
  for (const { row } of kept) await answerOf(store('updates').delete(row))
  addUpdate(store, { row: newRow(), copy: id, update: merged, edits: 0 })
}

/**
 * Through a document, which lets go of what was deleted. What still misses its beginning stays in it, and no more deletions are named
 * than were.
 */
function putTogether(updates: readonly Uint8Array[]): Uint8Array {
  const doc = newDocument()
  const named = new NamedDeletes(doc)
  const whole = Y.mergeUpdates([...updates])
  Y.applyUpdate(doc, whole)
  named.add(whole)
  const { pendingStructs, pendingDs } = doc.store
  const pending = [pendingStructs?.update, pendingDs].flatMap((bytes) =>
    bytes ? Y.convertUpdateFormatV2ToV1(bytes) : [],
  )
  const merged = Y.mergeUpdates([named.encode(), ...pending])
  doc.destroy()
  return merged
}

/**
 * Takes out of a copy what was never sent and keeps its words aside, for `forPerson` to be offered. `keep` says what is left of the
 * copy: what the server has, or nothing. In one transaction: the words stand aside before anything goes.
 */
export function setAside(
  device: DeviceStore,
  id: string,
  { reason, keep, forPerson }: { reason: AsideReason; keep: 'kept' | 'nothing'; forPerson: string },
): Promise<void> {
  return device.run([...COPY_STORES, 'setAside'], 'writeStrictly', async (store) => {
    const header = await answerOf<CopyHeader | undefined>(store('copies').get(id))
    if (header === undefined) return
    const { updates, waiting } = await rowsOf(store, id)
    const words = wordsIn(updates, waiting)
    const { agreementId } = header
    if (words.length > 0) {
      const copy = copyId(agreementId, forPerson)
      await answerOf(store('setAside').add({ copy, agreementId, personId: forPerson, reason, words }))
    }
    if (keep === 'kept') {
      for (const { row } of waiting) await removeRow(store, row)
      await answerOf(store('copies').put({ ...header, refused: null }))
    } else {
      await removeCopy(store, id)
    }
  })
}

function wordsIn(updates: readonly UpdateRow[], waiting: readonly WaitingRow[]): UnsentWords[] {
  if (waiting.length === 0) return []
  const waits = new Set(waiting.map(({ row }) => row))
  const bytes = (rows: readonly UpdateRow[]) => rows.map(({ update }) => update)
  return unsentWords(
    bytes(updates.filter(({ row }) => !waits.has(row))),
    bytes(updates.filter(({ row }) => waits.has(row))),
  )
}
