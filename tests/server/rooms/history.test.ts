import { describe, expect, test } from 'vitest'
import { STRETCH_GAP } from '../../../server/rooms/join-changes.ts'
import { LIMITS } from '../../../server/rooms/limits.ts'
import { createRooms } from '../../../server/rooms/rooms.ts'
import { rootText } from '../../../shared/document/layout.ts'
import { flushAll, LivePeer, member } from '../../support/live-peer.ts'
import { openTestRoom } from './test-room.ts'

const ALL = [Number.MAX_SAFE_INTEGER, 100] as const
const write = (peer: LivePeer, word: string) => rootText(peer.doc, 'purpose.goalText').insert(0, word)

test('HI1 edits of one person in one place are one change until ten minutes pass; the beginning is nobody’s', async () => {
  const room = await openTestRoom()
  const [ann, bob] = await room.peers('ann', 'bob')
  expect((await room.rooms.history('d1', ...ALL)).changes).toEqual([])
  for (const word of ['a', 'b']) write(ann, word)
  write(bob, 'c')
  await flushAll(ann, bob)
  room.clock.advance(10 * 60_000)
  write(ann, 'd')
  await flushAll(ann, bob)
  const { changes } = await room.rooms.history('d1', ...ALL)
  expect(changes.map(({ place, personId, edits }) => `${place} ${personId} ${edits}`).sort()).toEqual([
    'purpose p_ann 1',
    'purpose p_ann 2',
    'purpose p_bob 1',
  ])
})

test('HI2 HI3 changes and owners are the same before a compaction, after it, and in another process', async () => {
  const room = await openTestRoom()
  const [ann, bob] = await room.peers('ann', 'bob')
  for (let n = 0; n < LIMITS.tails.busy + 5; n += 1) write(ann, 'a')
  write(bob, 'b')
  await flushAll(ann, bob)
  const { changes, clientIds } = await room.rooms.history('d1', ...ALL)
  expect(room.entries().length).toBeLessThan(20)
  expect(changes.map(({ personId, edits }) => [personId, edits]).sort()).toEqual([
    ['p_ann', LIMITS.tails.busy + 5],
    ['p_bob', 1],
  ])
  expect([...clientIds].sort()).toEqual(
    [
      [ann.doc.clientID, 'p_ann'],
      [bob.doc.clientID, 'p_bob'],
    ].sort(),
  )
  const again = await createRooms({ log: room.log }).history('d1', ...ALL)
  expect(again.changes).toEqual(changes)
  expect([...again.clientIds].sort()).toEqual([...clientIds].sort())
})

test('HI3 an id of which nothing stands any more is not told, its owner stays', async () => {
  const room = await openTestRoom()
  const [ann, bob] = await room.peers('ann', 'bob')
  write(ann, 'weg')
  await flushAll(ann, bob)
  rootText(bob.doc, 'purpose.goalText').delete(0, 3)
  write(bob, 'blijft')
  await flushAll(ann, bob)
  const { changes, clientIds } = await room.rooms.history('d1', ...ALL)
  expect([...clientIds]).toEqual([[bob.doc.clientID, 'p_bob']])
  expect(changes.map(({ personId }) => personId).sort()).toEqual(['p_ann', 'p_bob'])
  const [mallory] = await room.peers('mallory')
  mallory.doc.clientID = ann.doc.clientID
  mallory.type('vals')
  await flushAll(mallory)
  expect(mallory.refusals).toEqual(['foreign_client'])
})

test('HI2 the changes before a moment come page by page, the newest first, and none twice, across a snapshot', async () => {
  const room = await openTestRoom()
  const [ann] = await room.peers('ann')
  for (let stretch = 0; stretch < 6; stretch += 1) {
    for (let n = 0; n < LIMITS.tails.busy / 4; n += 1) write(ann, 'a')
    await flushAll(ann)
    room.clock.advance(STRETCH_GAP)
  }
  expect(room.log.documents.get('d1')?.snapshot).not.toBeNull()
  const all = (await room.rooms.history('d1', ...ALL)).changes
  expect(all.map(({ edits }) => edits)).toEqual(Array(6).fill(LIMITS.tails.busy / 4))
  const paged: typeof all = []
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const { changes } = await room.rooms.history('d1', before, 2)
    if (changes.length === 0) break
    paged.push(...changes)
    before = changes.at(-1)?.to ?? 0
  }
  expect(paged).toEqual(all)
})

describe('HI2 two servers on one log', () => {
  const tails = { busy: 10, closing: 5 }
  const open = async () => {
    const { log, clock } = await openTestRoom()
    const [here, there] = [createRooms({ log, clock, tails }), createRooms({ log, clock, tails })]
    const peers = [new LivePeer(here, member('ann')), new LivePeer(there, member('bob'))] as const
    await flushAll(...peers)
    const told = async () => {
      const again = createRooms({ log })
      const { changes } = await again.history('d1', ...ALL)
      const text = await again.read('d1', (doc) => rootText(doc, 'purpose.goalText').toString())
      return [...changes.map(({ personId, edits }) => `${personId} ${edits}`).sort(), text]
    }
    return { log, clock, here, there, peers, told }
  }

  test('that both make a snapshot of the same entries count every change once', async () => {
    const { log, clock, here, there, peers, told } = await open()
    const [ann] = peers
    for (let n = 0; n < 8; n += 1) write(ann, 'a')
    await flushAll(ann)
    const late = createRooms({ log, clock, tails })
    await late.read('d1', () => {})
    await here.close()
    expect(log.documents.get('d1')?.snapshot?.seq).toBe(9)
    await late.close()
    await there.close()
    expect(await told()).toEqual(['p_ann 8', 'aaaaaaaa'])
  })

  test('that both take words make no snapshot over what the other took: none is lost, none counts twice', async () => {
    const { log, here, there, peers, told } = await open()
    const [ann, bob] = peers
    for (let n = 0; n < 6; n += 1) {
      write(ann, 'a')
      await flushAll(ann)
      write(bob, 'b')
      await flushAll(bob)
    }
    await here.close()
    await there.close()
    expect(log.documents.get('d1')?.entries).toHaveLength(13)
    const [, , text] = await told()
    expect(await told()).toEqual(['p_ann 6', 'p_bob 6', text])
    expect(text?.replaceAll('b', '')).toBe('aaaaaa')
    expect(text).toHaveLength(12)
    // Whoever opens it next has all of it, and makes the snapshot.
    const next = createRooms({ log, tails })
    await next.read('d1', () => {})
    await next.close()
    expect(log.documents.get('d1')?.entries).toHaveLength(0)
    expect(await told()).toEqual(['p_ann 6', 'p_bob 6', text])
  })
})

test('HI4 a person comes with the first connection and goes with the last, however they are spread and ended', async () => {
  const { log, clock } = await openTestRoom()
  const told: string[] = []
  const rooms = createRooms({
    log,
    clock,
    visitors: {
      came: (documentId, personId) => told.push(`${documentId} ${personId} came`),
      left: (documentId, personId) => told.push(`${documentId} ${personId} left`),
    },
  })
  const [first, second, bob] = ['ann', 'ann', 'bob'].map((name) => new LivePeer(rooms, member(name)))
  if (!first || !second || !bob) throw new Error('three peers were made')
  expect(told).toEqual([])
  await flushAll(first, second, bob)
  expect(told).toEqual(['d1 p_ann came', 'd1 p_bob came'])
  first.pair.drop()
  rooms.disconnect('d1', 'p_bob', 4403)
  expect(told.slice(2)).toEqual(['d1 p_bob left'])
  second.pair.drop()
  first.connect()
  await flushAll(first)
  await rooms.close()
  expect(told.slice(3)).toEqual(['d1 p_ann left', 'd1 p_ann came', 'd1 p_ann left'])
})
