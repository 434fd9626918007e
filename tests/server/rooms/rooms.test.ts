import { beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '../../../server/rooms/limits.ts'
import { createRooms } from '../../../server/rooms/rooms.ts'
import { flushAll, LivePeer, member, turn } from '../../support/live-peer.ts'
import { openTestRoom, updateOf } from './test-room.ts'

let room: Awaited<ReturnType<typeof openTestRoom>>
beforeEach(async () => {
  room = await openTestRoom()
})

test('LO1 people opening one document at once share one load', async () => {
  const load = vi.spyOn(room.log, 'load')
  const peers = await room.peers('ann', 'bob', 'carl')
  expect(load).toHaveBeenCalledTimes(1)
  expect(peers.map((peer) => peer.text)).toEqual(['begin', 'begin', 'begin'])
})

test('LO2 an empty room is unloaded after a short while and loads again with everything', async () => {
  const [ann] = await room.peers('ann')
  ann.type('a ')
  await flushAll(ann)
  ann.pair.drop()
  const load = vi.spyOn(room.log, 'load')
  room.clock.advance(LIMITS.unloadAfter - 1)
  await turn()
  expect(await room.keptText()).toBe('a begin')
  expect(load).not.toHaveBeenCalled()
  room.clock.advance(1)
  await turn()
  expect(await room.keptText()).toBe('a begin')
  expect(load).toHaveBeenCalledTimes(1)
})

test('LO2 a room somebody came back to is not unloaded', async () => {
  const [ann] = await room.peers('ann')
  ann.pair.drop()
  const [bob] = await room.peers('bob')
  room.clock.advance(LIMITS.unloadAfter)
  await turn()
  const load = vi.spyOn(room.log, 'load')
  bob.type('b ')
  await flushAll(bob)
  expect(await room.keptText()).toBe('b begin')
  expect(load).not.toHaveBeenCalled()
})

test('LO2 a long log becomes a snapshot while people go on, and opens the same', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  for (let n = 0; n < LIMITS.tails.busy + 5; n += 1) ann.type(`${n} `)
  await flushAll(ann, bob)
  expect(room.entries().length).toBeLessThan(10)
  bob.type('after ')
  await flushAll(ann, bob)
  const again = createRooms({ log: room.log })
  expect(await again.read('d1', (doc) => doc.getText('text').toString())).toBe(ann.text)
})

test('LO2 a process that dies between new snapshot and dropping of rows opens the same document', async () => {
  const [ann] = await room.peers('ann')
  for (const word of ['c ', 'b ', 'a ']) ann.type(word)
  await flushAll(ann)
  const document = room.log.documents.get('d1')
  if (!document) throw new Error('no document')
  const snapshot = { seq: 3, at: 0, bytes: await room.rooms.read('d1', Y.encodeStateAsUpdate), authors: '{}' }
  document.snapshot = snapshot
  const again = createRooms({ log: room.log })
  expect(await again.read('d1', (doc) => doc.getText('text').toString())).toBe('a b c begin')
})

test('LO3 a document that does not exist ends the connection with 4404', async () => {
  const lost = new LivePeer(room.rooms, member('lost'), 'nope')
  await flushAll(lost)
  expect(lost.pair.closeCode).toBe(4404)
  await expect(room.rooms.read('nope', () => 1)).rejects.toMatchObject({ name: 'NoSuchDocument' })
  expect(await room.rooms.exists('nope')).toBe(false)
})

test('LO3 a document that cannot be read now ends the connection with 4503, and can be opened later', async () => {
  vi.spyOn(room.log, 'load').mockRejectedValueOnce(new Error('the disk said no'))
  const ann = room.peer('ann')
  await flushAll(ann)
  expect(ann.pair.closeCode).toBe(4503)
  expect(room.errors).toHaveLength(1)
  ann.connect()
  await flushAll(ann)
  expect(ann.text).toBe('begin')
})

test('LO4 closing keeps and acknowledges what was taken, then ends everyone with 4503 and lets nobody in', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  room.log.hold()
  ann.type('last ')
  ann.pair.deliverToServer()
  const closed = room.rooms.close()
  await turn()
  expect(ann.pair.closeCode).toBeNull()
  room.log.release()
  await closed
  for (const peer of [ann, bob]) peer.receive()
  expect([ann.pair.closeCode, bob.pair.closeCode, bob.text]).toEqual([4503, 4503, 'last begin'])
  expect(ann.notices.at(-1)).toEqual({ kind: 'kept', upTo: 2 })
  const late = room.peer('late')
  expect(late.pair.closeCode).toBe(4503)
})

test('LO5 disconnect ends the connections of one person, also one whose room is still loading', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  room.rooms.disconnect('d1', 'p_ann', 4403)
  expect([ann.pair.closeCode, bob.pair.closeCode]).toEqual([4403, null])
  const fresh = createRooms({ log: room.log })
  const early = new LivePeer(fresh, member('early'))
  fresh.disconnect('d1', 'p_early', 4403)
  await flushAll(early)
  expect([early.pair.closeCode, early.text, fresh.sessions()]).toEqual([4403, '', 0])
})

test('a notice to a document reaches clients of ours and nobody else', async () => {
  const [ann] = await room.peers('ann')
  const stock = room.peer('stock', { ours: false, schema: null })
  await flushAll(stock)
  room.rooms.tell('d1', { kind: 'changed', what: 'participants' })
  await flushAll(ann, stock)
  expect(ann.notices.at(-1)).toEqual({ kind: 'changed', what: 'participants' })
  expect(stock.notices).toEqual([])
})

test('making a document that exists is refused, and the one there stays', async () => {
  const other = updateOf((doc) => doc.getText('text').insert(0, 'other'))
  await expect(room.rooms.create('d1', other, 'p_x')).rejects.toMatchObject({ name: 'DocumentExists' })
  expect(await room.keptText()).toBe('begin')
})

test('LO6 in a room that stays busy the log is a snapshot and a bounded tail, and opens with every word', async () => {
  const [ann] = await room.peers('ann')
  const edits = LIMITS.tails.busy * 3 + 10
  let longest = 0
  for (let n = 0; n < edits; n += 1) {
    ann.type('a')
    if (n % 100 === 0) await flushAll(ann)
    longest = Math.max(longest, room.entries().length)
  }
  await flushAll(ann)
  expect(longest).toBeLessThan(LIMITS.tails.busy + 200)
  expect(room.entries().length).toBeLessThan(LIMITS.tails.busy)
  const fresh = createRooms({ log: room.log })
  expect(await fresh.read('d1', (doc) => doc.getText('text').toString())).toBe(`${'a'.repeat(edits)}begin`)
})

test('LO7 who opens a document is sent all that is kept, also what came since another opened it', async () => {
  const [ann] = await room.peers('ann')
  const texts: string[] = []
  for (const word of ['b ', 'a ']) {
    ann.type(word)
    await flushAll(ann)
    const [newcomer, another] = await room.peers('newcomer', 'another')
    texts.push(newcomer.text, another.text)
  }
  expect(texts).toEqual(['b begin', 'b begin', 'a b begin', 'a b begin'])
})
