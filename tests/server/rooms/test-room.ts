import * as Y from 'yjs'
import { createRooms, type Member } from '../../../server/rooms/rooms.ts'
import type { Hold } from '../../../shared/protocol/live.ts'
import { HandClock } from '../../support/hand-clock.ts'
import { flushAll, LivePeer, member } from '../../support/live-peer.ts'
import { MemoryLog } from '../../support/memory-log.ts'

/** One document `d1` with the text "begin", on a disk and a clock in the hand of the test. */
export async function openTestRoom(askHold?: () => Promise<Hold | null>) {
  const log = new MemoryLog()
  const clock = new HandClock()
  const errors: unknown[] = []
  const held: { now: Hold | null } = { now: null }
  const holdOf = askHold ?? (async () => held.now)
  const rooms = createRooms({ log, clock, holdOf, onError: (error) => errors.push(error) })
  /** Nobody may write from now on, for this reason; or (null) writers may again. */
  const hold = (reason: Hold | null) => {
    held.now = reason
    return rooms.holdAnew('d1')
  }
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'begin')
  await rooms.create('d1', Y.encodeStateAsUpdate(doc), 'p_maker')
  const peer = (name: string, differences?: Partial<Member>) => new LivePeer(rooms, member(name, differences))
  /** Peers that are in and have the text. */
  const peers = async (...names: string[]) => {
    const all = names.map((name) => peer(name))
    await flushAll(...all)
    return all as [LivePeer, LivePeer, LivePeer]
  }
  const keptText = () => rooms.read('d1', (kept) => kept.getText('text').toString())
  const entries = () => log.documents.get('d1')?.entries ?? []
  return { log, clock, errors, rooms, hold, held, peer, peers, keptText, entries }
}

/** The updates an edit makes on a fresh document. */
export function updateOf(edit: (doc: Y.Doc) => void, on?: Y.Doc): Uint8Array {
  const doc = on ?? new Y.Doc()
  const updates: Uint8Array[] = []
  const listen = (update: Uint8Array) => updates.push(update)
  doc.on('update', listen)
  edit(doc)
  doc.off('update', listen)
  return Y.mergeUpdates(updates)
}
