import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { ORDER, REMOVED } from './layout.ts'

/** A record in a list with its place. */
export type Placed = { id: string; order: string; record: Y.Map<unknown> }

/** The records of a list in their order, without those taken out; equal places by id, so that every side sees the same order. */
export function placedRecords(list: Y.Map<unknown>): Placed[] {
  const placed: Placed[] = []
  for (const [id, record] of list.entries()) {
    if (record instanceof Y.Map && record.get(REMOVED) !== true)
      placed.push({ id, order: orderOf(record), record })
  }
  return placed.sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id))
}

function orderOf(record: Y.Map<unknown>): string {
  const order = record.get(ORDER)
  return typeof order === 'string' ? order : ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Places for `count` records that come one after another in a new list. */
export function firstPlaces(count: number): string[] {
  return generateNKeysBetween(null, null, count)
}

/** Where to put a record: right before or after another, or at the end. An unknown neighbour means the end. */
export type Place = { before?: string | undefined; after?: string | null | undefined }

/** The order key of a record; null where there is none. */
export function maybeOrder(list: Y.Map<unknown>, id: string): string | null {
  const order = placedRecords(list).find((placed) => placed.id === id)?.order
  return order === undefined || order === '' ? null : order
}

/** The place of an order key among the records of now, for a record that comes back; the end when it is not known. */
export function placeByOrder(list: Y.Map<unknown>, order: string | null): Place {
  return {
    before: order === null ? undefined : placedRecords(list).find((placed) => placed.order > order)?.id,
  }
}

/**
 * The order key for that place, leaving `moving` itself out of account. When the neighbours hold equal or broken keys (two
 * people put a record at one place at the same moment), they are given new ones first, inside the running transaction.
 */
export function orderAt(list: Y.Map<unknown>, place: Place, moving?: string): string {
  const others = placedRecords(list).filter((placed) => placed.id !== moving)
  const index = indexOfPlace(others, place)
  const between = maybeKeyBetween(others[index - 1]?.order ?? null, others[index]?.order ?? null)
  if (between !== null) return between
  const keys = generateNKeysBetween(null, null, others.length)
  for (const [at, placed] of others.entries()) placed.record.set(ORDER, keys[at])
  return generateKeyBetween(keys[index - 1] ?? null, keys[index] ?? null)
}

function indexOfPlace(others: readonly Placed[], { before, after }: Place): number {
  if (before !== undefined) {
    const at = others.findIndex((placed) => placed.id === before)
    if (at >= 0) return at
  }
  if (after === null) return 0
  const at = others.findIndex((placed) => placed.id === after)
  return at >= 0 ? at + 1 : others.length
}

/** Null when there is no room: the keys are equal, out of order, or not order keys at all. */
function maybeKeyBetween(low: string | null, high: string | null): string | null {
  if (low !== null && high !== null && low >= high) return null
  try {
    return generateKeyBetween(low, high)
  } catch {
    return null
  }
}
