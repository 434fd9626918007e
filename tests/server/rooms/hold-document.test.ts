import { beforeEach, expect, test } from 'vitest'
import type { Hold } from '../../../shared/protocol/live.ts'
import { flushAll, turn } from '../../support/live-peer.ts'
import { openTestRoom } from './test-room.ts'

let room: Awaited<ReturnType<typeof openTestRoom>>
beforeEach(async () => {
  room = await openTestRoom()
})

test('AC5 while a document is held everybody of ours hears it, reads on and writes nothing; a reader is still refused as a reader', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  const eve = room.peer('eve', { role: 'reader', canWrite: false })
  await flushAll(ann, bob, eve)
  await room.hold('archived')
  for (const peer of [ann, bob, eve]) peer.type('late ')
  await flushAll(ann, bob, eve)
  const heard = { kind: 'role', role: 'writer', canWrite: false, hold: 'archived' }
  expect(ann.notices).toContainEqual(heard)
  expect(bob.notices).toContainEqual(heard)
  expect([ann, bob, eve].map(({ refusals }) => refusals)).toEqual([['archived'], ['archived'], ['read_only']])
  expect(await room.keptText()).toBe('begin')
})

test('AC5 once it is held no more, those who wrote meanwhile are asked for it, and all goes on over the same connections', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  await room.hold('archived')
  ann.type('held ')
  await flushAll(ann, bob)
  expect(bob.text).toBe('begin')
  await room.hold(null)
  await flushAll(ann, bob)
  bob.type('on ')
  await flushAll(ann, bob)
  expect(await room.keptText()).toBe('on held begin')
  expect(bob.text).toBe('on held begin')
  expect(bob.refusals).toEqual([])
})

test('AC5 what was on its way to the disk when it was held is kept', async () => {
  const [ann] = await room.peers('ann')
  room.log.hold()
  ann.type('before ')
  ann.pair.deliverToServer()
  await turn()
  await room.hold('archived')
  room.log.release()
  await flushAll(ann)
  expect(await room.keptText()).toBe('before begin')
})

test('AC5 a document that is held when it opens greets with that, and takes nothing of its own server either', async () => {
  const closed = await openTestRoom(async () => 'archived')
  const ann = closed.peer('ann')
  await flushAll(ann)
  ann.type('no ')
  await flushAll(ann)
  const welcome = expect.objectContaining({ kind: 'welcome', canWrite: false, hold: 'archived' })
  expect(ann.notices).toContainEqual(welcome)
  expect(ann.refusals).toEqual(['archived'])
  const edit = closed.rooms.edit('d1', 'p_ann', (doc) => doc.getText('text').insert(0, 'own '))
  await expect(edit).rejects.toMatchObject({ name: 'DocumentHeld', hold: 'archived' })
  expect(await closed.keptText()).toBe('begin')
})

test('AC5 of two answers on their way that to the newer question counts, and one that changes nothing is told to nobody', async () => {
  const asked: ((hold: Hold | null) => void)[] = []
  const late = await openTestRoom(() => new Promise((resolve) => asked.push(resolve)))
  const ann = late.peer('ann')
  await expect.poll(() => asked.length).toBe(1)
  asked.shift()?.(null)
  await flushAll(ann)
  const both = [late.rooms.holdAnew('d1'), late.rooms.holdAnew('d1')]
  await expect.poll(() => asked.length).toBe(2)
  asked[1]?.(null)
  asked[0]?.('archived')
  await Promise.all(both)
  ann.type('yes ')
  await flushAll(ann)
  expect(ann.notices.filter(({ kind }) => kind === 'role')).toEqual([])
  expect(ann.refusals).toEqual([])
})

test('AC6 what is taken before a text is fixed stands in it once all is settled; what comes after is refused by name, and not asked for when it opens', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  room.log.hold()
  ann.type('before ')
  ann.pair.deliverToServer()
  await turn()
  await room.hold('fixed')
  bob.type('after ')
  room.log.release()
  await flushAll(ann, bob)
  expect(await room.keptText()).toBe('before begin')
  expect([ann.refusals, bob.refusals]).toEqual([[], ['fixed']])
  await room.hold(null)
  await flushAll(ann, bob)
  expect(await room.keptText()).toBe('before begin')
})

test('AC6 who comes back to a fixed text with all of it, deletions too, hears of no refusal', async () => {
  const [ann] = await room.peers('ann')
  ann.doc.getText('text').delete(0, 2)
  await flushAll(ann)
  await room.hold('fixed')
  ann.connect()
  await flushAll(ann)
  expect([ann.text, ann.refusals]).toEqual(['gin', []])
})
