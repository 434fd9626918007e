import { beforeEach, describe, expect, test } from 'vitest'
import { writeSyncStep1 } from 'y-protocols/sync'
import { SCHEMA_VERSION } from '../../../shared/protocol/live.ts'
import { flushAll, turn } from '../../support/live-peer.ts'
import { openTestRoom } from './test-room.ts'

let room: Awaited<ReturnType<typeof openTestRoom>>
beforeEach(async () => {
  room = await openTestRoom()
})

describe('incoming', () => {
  test.each([
    ['an unknown type', Uint8Array.of(77, 1)],
    ['a notice, which only the server sends', Uint8Array.of(100, 2, 123, 125)],
    ['nothing at all', Uint8Array.of()],
    ['a sync message of an unknown step', Uint8Array.of(0, 3, 0)],
    ['bytes behind the end', Uint8Array.of(0, 1, 2, 0, 0, 9)],
    ['a state vector cut short', Uint8Array.of(0, 0, 2, 9, 1)],
    ['awareness cut short', Uint8Array.of(1, 2, 3, 1)],
  ])('IN1 %s changes nothing, and ten of it end the connection with 4529', async (_, bytes) => {
    const [ann, bob] = await room.peers('ann', 'bob')
    ann.pair.toServer.push(...Array.from({ length: 9 }, () => bytes))
    ann.pair.deliverToServer()
    ann.type('still here ')
    await flushAll(ann, bob)
    expect(bob.text).toBe('still here begin')
    ann.pair.toServer.push(bytes)
    ann.pair.deliverToServer()
    expect(ann.pair.closeCode).toBe(4529)
    expect(room.errors).toEqual([])
  })

  test('IN2 what a client says before its room is loaded is taken in order', async () => {
    const early = room.peer('early')
    early.type('a')
    early.type('b')
    early.pair.deliverToServer()
    await flushAll(early)
    expect(early.text).toContain('ba')
    expect(await room.keptText()).toBe(early.text)
    expect(early.keptUpTo).toBe(3)
  })

  test('IN3 the server begins with welcome and step 1', async () => {
    const ann = room.peer('ann')
    await turn()
    expect(ann.pair.toClient.map((bytes) => bytes[0])).toEqual([100, 0])
    ann.receive(1)
    expect(ann.notices).toEqual([
      {
        kind: 'welcome',
        epoch: 'memory',
        schema: SCHEMA_VERSION,
        role: 'writer',
        canWrite: true,
        hold: null,
        personId: 'p_ann',
      },
    ])
    ann.send((encoder) => writeSyncStep1(encoder, ann.doc))
    await flushAll(ann)
    expect(ann.text).toBe('begin')
  })

  test('IN4 asking for the document without end ends the connection; asking now and then does not', async () => {
    const [ann, eve] = await room.peers('ann', 'eve')
    for (let n = 0; n < 100; n += 1) {
      room.clock.advance(1000)
      ann.send((encoder) => writeSyncStep1(encoder, ann.doc))
      await flushAll(ann)
    }
    expect(ann.pair.closeCode).toBeNull()
    for (let n = 0; n < 40; n += 1) eve.send((encoder) => writeSyncStep1(encoder, eve.doc))
    await flushAll(eve)
    expect(eve.pair.closeCode).toBe(4529)
  })
})
