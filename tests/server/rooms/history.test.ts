import { expect, test } from 'vitest'
import { LIMITS } from '../../../server/rooms/limits.ts'
import { createRooms } from '../../../server/rooms/rooms.ts'
import { rootText } from '../../../shared/document/layout.ts'
import { flushAll, type LivePeer } from '../../support/live-peer.ts'
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
