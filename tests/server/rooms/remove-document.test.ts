import { beforeEach, expect, test } from 'vitest'
import { CLOSE } from '../../../shared/protocol/live.ts'
import { flushAll, turn } from '../../support/live-peer.ts'
import { openTestRoom } from './test-room.ts'

let room: Awaited<ReturnType<typeof openTestRoom>>
beforeEach(async () => {
  room = await openTestRoom()
})

test('LO8 who is connected to a document that is removed is told 4404, and nobody gets in again', async () => {
  const [ann, bob] = await room.peers('ann', 'bob')
  await room.rooms.remove('d1')
  await flushAll(ann, bob)
  expect([ann.pair.closeCode, bob.pair.closeCode]).toEqual([CLOSE.noSuchDocument, CLOSE.noSuchDocument])
  const late = room.peer('late')
  await flushAll(late)
  expect(late.pair.closeCode).toBe(CLOSE.noSuchDocument)
  expect(await room.rooms.exists('d1')).toBe(false)
  await expect(room.keptText()).rejects.toMatchObject({ name: 'NoSuchDocument' })
})

test('LO8 what is on its way to the disk is waited for, and goes too; no snapshot comes after', async () => {
  const [ann] = await room.peers('ann')
  room.log.hold()
  ann.type('late ')
  ann.pair.deliverToServer()
  await turn()
  const removing = room.rooms.remove('d1')
  await turn()
  expect(room.log.documents.has('d1')).toBe(true)
  room.log.release()
  await removing
  room.clock.advance(60_000)
  await turn()
  expect(room.log.documents.has('d1')).toBe(false)
  expect(room.errors).toEqual([])
})

test('LO9 connections that came with a token or session that is over end with 4401, and others stay', async () => {
  const ann = room.peer('ann', { token: 't1' })
  const bob = room.peer('bob', { token: 't2' })
  const eve = room.peer('eve', { session: 's1' })
  const phone = room.peer('eve', { session: 's2' })
  const bare = room.peer('dan')
  const all = [ann, bob, eve, phone, bare]
  await flushAll(...all)
  const known = room.rooms.credentials()
  expect([[...known.tokens], [...known.sessions]]).toEqual([
    ['t1', 't2'],
    ['s1', 's2'],
  ])
  room.rooms.endCredentials({ tokens: new Set(['t1', 's2']), sessions: new Set(['s1', 't2']) })
  await flushAll(...all)
  const ended = CLOSE.notKnown
  expect(all.map(({ pair }) => pair.closeCode)).toEqual([ended, null, ended, null, null])
})

test('LO9 a token for reading writes nothing, whatever its person becomes', async () => {
  const ann = room.peer('ann', { token: 't1', readsOnly: true })
  await flushAll(ann)
  room.rooms.changeMember('d1', 'p_ann', { name: 'Ann', partyId: null, role: 'writer', canWrite: true })
  ann.type('now ')
  await flushAll(ann)
  expect(ann.refusals).toEqual(['read_only'])
  expect(await room.keptText()).toBe('begin')
})
