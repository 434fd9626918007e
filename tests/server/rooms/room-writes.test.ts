import { beforeEach, describe, expect, test } from 'vitest'
import { LIMITS } from '../../../server/rooms/limits.ts'
import { flushAll, turn } from '../../support/live-peer.ts'
import { openTestRoom, updateOf } from './test-room.ts'

let room: Awaited<ReturnType<typeof openTestRoom>>
beforeEach(async () => {
  room = await openTestRoom()
})

describe('keeping', () => {
  test('KE1 while the disk has not answered, nobody else sees the edit, a newcomer included', async () => {
    const [ann, bob] = await room.peers('ann', 'bob')
    room.log.hold()
    ann.type('secret ')
    const late = room.peer('late')
    await flushAll(ann, bob, late)
    expect([bob.text, late.text, await room.keptText()]).toEqual(['begin', 'begin', 'begin'])
    expect(ann.keptUpTo).toBe(1)
    room.log.release()
    await flushAll(ann, bob, late)
    expect([bob.text, late.text]).toEqual(['secret begin', 'secret begin'])
    expect(ann.keptUpTo).toBe(2)
  })

  test('KE2 what the disk refuses is told to nobody; once the disk is mended it comes in by itself, in order', async () => {
    const [ann, bob] = await room.peers('ann', 'bob')
    room.log.fail()
    for (const word of ['c ', 'b ', 'a ']) ann.type(word)
    await flushAll(ann, bob)
    expect(bob.text).toBe('begin')
    expect(ann.refusals).toEqual(['not_kept', 'not_kept', 'not_kept'])
    room.log.mend()
    ann.type('x ')
    await flushAll(ann, bob)
    expect(ann.refusals.at(-1)).toBe('gap')
    expect(bob.text).toBe('begin')
    room.clock.advance(LIMITS.askAgainAfter)
    await flushAll(ann, bob)
    expect([ann.text, bob.text]).toEqual(['x a b c begin', 'x a b c begin'])
  })

  test('KE2 while the disk stays broken the writer is asked again and again, and nothing else happens', async () => {
    const [ann, bob] = await room.peers('ann', 'bob')
    room.log.fail()
    ann.type('a ')
    for (let n = 0; n < 30; n += 1) {
      await flushAll(ann, bob)
      room.clock.advance(LIMITS.askAgainAfter)
    }
    expect(ann.pair.closeCode).toBeNull()
    room.log.mend()
    await flushAll(ann, bob)
    room.clock.advance(LIMITS.askAgainAfter)
    await flushAll(ann, bob)
    expect(bob.text).toBe('a begin')
  })

  test('KE3 the log holds each update with who and when, in the order they were taken', async () => {
    const [ann, bob] = await room.peers('ann', 'bob')
    ann.type('a ')
    await flushAll(ann, bob)
    room.clock.advance(5)
    bob.type('b ')
    await flushAll(ann, bob)
    const [, first, second] = room.entries()
    expect([first?.personId, second?.personId]).toEqual(['p_ann', 'p_bob'])
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(5)
  })

  test('KE5 a change of the server itself is kept before it is told, on top of what still waits for the disk', async () => {
    const [ann, bob] = await room.peers('ann', 'bob')
    room.log.hold()
    ann.type('typed ')
    await flushAll(ann, bob)
    const seen: string[] = []
    const edited = room.rooms.edit('d1', 'p_carla', (doc) => {
      seen.push(doc.getText('text').toString())
      doc.getText('text').insert(0, 'opened ')
    })
    await flushAll(ann, bob)
    expect([seen, bob.text, await room.keptText()]).toEqual([['typed begin'], 'begin', 'begin'])
    room.log.release()
    await edited
    await flushAll(ann, bob)
    expect([ann.text, bob.text]).toEqual(['opened typed begin', 'opened typed begin'])
    expect(room.entries().at(-1)?.personId).toBe('p_carla')
  })

  test('KE5 what the disk refuses of it is told to nobody and rejects by name; the next one is kept', async () => {
    const [ann] = await room.peers('ann')
    const open = () => room.rooms.edit('d1', 'p_carla', (doc) => doc.getText('text').insert(0, 'opened '))
    room.log.fail()
    await expect(open()).rejects.toMatchObject({ name: 'NotKept' })
    await flushAll(ann)
    expect([ann.text, await room.keptText()]).toEqual(['begin', 'begin'])
    room.log.mend()
    await open()
    await flushAll(ann)
    expect(ann.text).toBe('opened begin')
  })

  test('KE5 a change that changes nothing is no entry; a document that is not there is refused by name', async () => {
    await room.peers('ann')
    const before = room.entries().length
    await room.rooms.edit('d1', 'p_carla', () => {})
    expect(room.entries()).toHaveLength(before)
    await expect(room.rooms.edit('none', 'p_carla', () => {})).rejects.toMatchObject({
      name: 'NoSuchDocument',
    })
  })

  test('KE4 a write whose connection is gone before the disk answers is kept and told all the same', async () => {
    const [ann, bob] = await room.peers('ann', 'bob')
    room.log.hold()
    ann.type('last words ')
    ann.pair.deliverToServer()
    ann.pair.drop()
    room.log.release()
    await flushAll(bob)
    expect(bob.text).toBe('last words begin')
  })
})

describe('telling and acknowledging', () => {
  test('TE1 updates kept together reach others as one message, and writers do not hear their own', async () => {
    const [ann, bob, carl] = await room.peers('ann', 'bob', 'carl')
    room.log.hold()
    ann.type('a ')
    bob.type('b ')
    for (const peer of [ann, bob]) peer.pair.deliverToServer()
    await turn()
    room.log.release()
    await turn()
    expect([ann, bob, carl].map((peer) => peer.pair.toClient.length)).toEqual([2, 2, 1])
    await flushAll(ann, bob, carl)
    expect(new Set([ann.text, bob.text, carl.text]).size).toBe(1)
  })

  test('TE1 long ones that were kept together reach others each by itself: nobody waits for their merging', async () => {
    const [ann, bob, carl] = await room.peers('ann', 'bob', 'carl')
    room.log.hold()
    for (const peer of [ann, bob]) {
      peer.doc.transact(() => {
        peer.doc.getText('text').delete(0, 1)
        peer.type('x'.repeat(40_000))
      })
      peer.pair.deliverToServer()
    }
    await turn()
    room.log.release()
    await turn()
    expect([ann, bob, carl].map((peer) => peer.pair.toClient.length)).toEqual([2, 2, 2])
    await flushAll(ann, bob, carl)
    expect(carl.text).toBe(`${'x'.repeat(80_000)}egin`)
    expect(new Set([ann.text, bob.text, carl.text]).size).toBe(1)
  })

  test('AK1 the acknowledgement counts the writes of this connection, after they were told', async () => {
    const [ann, bob] = await room.peers('ann', 'bob')
    expect(ann.keptUpTo).toBe(1)
    for (const word of ['a', 'b', 'c']) ann.type(word)
    bob.type('d')
    await flushAll(ann, bob)
    expect([ann.keptUpTo, bob.keptUpTo]).toEqual([4, 2])
  })

  test('AK1 a refused write is named and does not hold up the ones around it', async () => {
    const [ann] = await room.peers('ann')
    room.log.hold()
    ann.type('a')
    ann.sendUpdate(Uint8Array.of(9, 9))
    ann.type('b')
    ann.pair.deliverToServer()
    room.log.release()
    await flushAll(ann)
    expect(ann.notices.slice(-2)).toEqual([
      { kind: 'refused', message: 3, reason: 'malformed' },
      { kind: 'kept', upTo: 4 },
    ])
  })

  test('AK2 an update sent twice is stored once, and the second waits for the first to be kept', async () => {
    const [ann] = await room.peers('ann')
    const update = updateOf((doc) => doc.getText('text').insert(0, 'a'), ann.doc)
    room.log.hold()
    ann.sendUpdate(update)
    await turn()
    ann.pair.deliverToServer()
    await turn()
    ann.receive()
    expect(ann.keptUpTo).toBe(1)
    room.log.release()
    await flushAll(ann)
    expect(ann.keptUpTo).toBe(3)
    expect(room.entries()).toHaveLength(2)
  })

  test('AK2 when the first of two equal updates is not kept, the second is refused as well', async () => {
    const [ann] = await room.peers('ann')
    room.log.hold()
    ann.sendUpdate(updateOf((doc) => doc.getText('text').insert(0, 'a'), ann.doc))
    ann.pair.deliverToServer()
    room.log.fail()
    await turn()
    ann.receive()
    expect(ann.refusals).toEqual(['not_kept', 'not_kept'])
  })

  test('AK3 a stock client writes and never gets a notice', async () => {
    const stock = room.peer('stock', { ours: false, schema: null })
    const [ann] = await room.peers('ann')
    await flushAll(stock)
    stock.type('s ')
    await flushAll(stock, ann)
    expect(ann.text).toBe('s begin')
    expect(stock.notices).toEqual([])
  })
})

describe('access', () => {
  test('AC1 a write of a reader is refused by name, kept nowhere and seen by nobody', async () => {
    const [ann] = await room.peers('ann')
    const reader = room.peer('rita', { role: 'reader', canWrite: false })
    await flushAll(reader)
    reader.type('forbidden ')
    await flushAll(reader, ann)
    expect(reader.refusals).toEqual(['read_only'])
    expect([ann.text, await room.keptText()]).toEqual(['begin', 'begin'])
    ann.type('a ')
    await flushAll(reader, ann)
    expect(reader.text).toContain('a ')
  })

  test.each([
    ['older than the server', 0],
    ['not named', null],
  ])('AC2 a client of ours whose schema is %s reads and does not write', async (_, schema) => {
    const old = room.peer('old', { schema })
    await flushAll(old)
    expect(old.notices[0]).toMatchObject({ kind: 'welcome', canWrite: false })
    old.type('x ')
    await flushAll(old)
    expect(old.refusals).toEqual(['older_schema'])
    expect(await room.keptText()).toBe('begin')
  })

  test('AC3 a reader that has nothing to say is acknowledged', async () => {
    const reader = room.peer('rita', { role: 'reader', canWrite: false })
    await flushAll(reader)
    expect([reader.keptUpTo, reader.refusals]).toEqual([1, []])
    expect(room.entries()).toHaveLength(1)
  })

  test('AC3 a reader who comes back with all of it, deletions too, is acknowledged; one who deleted more meanwhile is refused', async () => {
    const [ann] = await room.peers('ann')
    ann.doc.getText('text').delete(0, 2)
    await flushAll(ann)
    const reader = room.peer('rita', { role: 'reader', canWrite: false })
    await flushAll(reader)
    reader.connect()
    await flushAll(reader)
    expect(reader.refusals).toEqual([])
    reader.doc.getText('text').delete(0, 1)
    reader.connect()
    await flushAll(reader)
    expect(reader.refusals).toEqual(['read_only'])
    expect(await room.keptText()).toBe('gin')
  })
})
