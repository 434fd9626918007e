import { beforeEach, expect, test } from 'vitest'
import { encodePresence } from '../../../server/rooms/presence.ts'
import { flushAll, turn } from '../../support/live-peer.ts'
import { openTestRoom } from './test-room.ts'

let room: Awaited<ReturnType<typeof openTestRoom>>
beforeEach(async () => {
  room = await openTestRoom()
})

const reader = { name: 'Ann B.', partyId: 'p2', role: 'reader', canWrite: false } as const
const writer = { ...reader, role: 'writer', canWrite: true } as const

test('AC4 who becomes a reader hears it, goes on reading, and writes nothing any more; another person does', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  ann.type('kept ')
  await flushAll(ann, bob)
  room.rooms.changeMember('d1', 'p_ann', reader)
  ann.type('late ')
  bob.type('bob ')
  await flushAll(ann, bob)
  expect(ann.notices).toContainEqual({ kind: 'role', role: 'reader', canWrite: false, hold: null })
  expect(ann.refusals).toEqual(['read_only'])
  expect(bob.notices.some(({ kind }) => kind === 'role')).toBe(false)
  expect(await room.keptText()).toBe('bob kept begin')
  expect(ann.text).toContain('bob')
})

test('AC4 who becomes a writer writes on the same connection', async () => {
  const ann = room.peer('ann', { role: 'reader', canWrite: false })
  await flushAll(ann)
  room.rooms.changeMember('d1', 'p_ann', writer)
  ann.type('now ')
  await flushAll(ann)
  expect(ann.refusals).toEqual([])
  expect(await room.keptText()).toBe('now begin')
})

test('AC4 what was on its way to the disk when the right to write went is kept', async () => {
  const [ann] = await room.peers('ann')
  room.log.hold()
  ann.type('before ')
  ann.pair.deliverToServer()
  await turn()
  room.rooms.changeMember('d1', 'p_ann', reader)
  room.log.release()
  await flushAll(ann)
  expect(await room.keptText()).toBe('before begin')
})

test('AC4 everybody sees the cursor under the new name and party, its owner too, and its next state is news', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  const show = (clock: number, place: string) =>
    ann.sendPresence([{ clientId: 7, clock, state: JSON.stringify({ place }) }], encodePresence)
  show(1, 'x')
  await flushAll(ann, bob)
  room.rooms.changeMember('d1', 'p_ann', reader)
  await flushAll(ann, bob)
  const user = { personId: 'p_ann', name: 'Ann B.', partyId: 'p2', role: 'reader' }
  for (const seen of [ann, bob]) {
    const last = seen.presence.at(-1)
    expect(JSON.parse(last?.state ?? '')).toEqual({ place: 'x', user })
    expect(last?.clock).toBe(2)
  }
  show(3, 'y')
  await flushAll(ann, bob)
  expect(JSON.parse(bob.presence.at(-1)?.state ?? '')).toMatchObject({ place: 'y', user })
})

test('AC4 who is in it no more is ended with 4403, on every connection, and the others stay', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  const [again] = await room.peers('ann')
  room.rooms.changeMember('d1', 'p_ann', null)
  expect([ann, again, bob].map(({ pair }) => pair.closeCode)).toEqual([4403, 4403, null])
})

test('AC4 a connection whose room is still loading comes in as what its member is by then, or not at all', async () => {
  const ann = room.peer('ann')
  const bob = room.peer('bob')
  room.rooms.changeMember('d1', 'p_ann', reader)
  room.rooms.changeMember('d1', 'p_bob', null)
  await flushAll(ann)
  ann.type('no ')
  await flushAll(ann)
  expect(ann.notices).toContainEqual(expect.objectContaining({ kind: 'welcome', canWrite: false }))
  expect(ann.refusals).toEqual(['read_only'])
  expect(bob.pair.closeCode).toBe(4403)
})
