import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { beforeEach, describe, expect, test } from 'vitest'
import { writeSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { LIMITS } from '../../../server/rooms/limits.ts'
import { flushAll, type LivePeer, turn } from '../../support/live-peer.ts'
import { openTestRoom, updateOf } from './room.ts'

let room: Awaited<ReturnType<typeof openTestRoom>>
beforeEach(async () => {
  room = await openTestRoom()
})

const lastNotices = (peer: LivePeer, count: number) => peer.notices.slice(-count)
const refusals = (peer: LivePeer) =>
  peer.notices.flatMap((notice) => (notice.kind === 'refused' ? notice.reason : []))
const keptUpTo = (peer: LivePeer) =>
  peer.notices.reduce((upTo, notice) => (notice.kind === 'kept' ? notice.upTo : upTo), 0)

describe('keeping', () => {
  test('KE1 while the disk has not answered, nobody else sees the edit, a newcomer included', async () => {
    const [ann, bob] = await room.peers('ann', 'bob')
    room.log.hold()
    ann.type('secret ')
    const late = room.peer('late')
    await flushAll(ann, bob, late)
    expect([bob.text, late.text, await room.keptText()]).toEqual(['begin', 'begin', 'begin'])
    expect(keptUpTo(ann)).toBe(1)
    room.log.release()
    await flushAll(ann, bob, late)
    expect([bob.text, late.text]).toEqual(['secret begin', 'secret begin'])
    expect(keptUpTo(ann)).toBe(2)
  })

  test('KE2 what the disk refuses is told to nobody; once the disk is mended it comes in by itself, in order', async () => {
    const [ann, bob] = await room.peers('ann', 'bob')
    room.log.fail()
    for (const word of ['c ', 'b ', 'a ']) ann.type(word)
    await flushAll(ann, bob)
    expect(bob.text).toBe('begin')
    expect(refusals(ann)).toEqual(['not_kept', 'not_kept', 'not_kept'])
    room.log.mend()
    ann.type('x ')
    await flushAll(ann, bob)
    expect(refusals(ann).at(-1)).toBe('gap')
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

  test('TE2 a reader that does not read is ended with 4513 and the others go on', async () => {
    const [ann, bob, slow] = await room.peers('ann', 'bob', 'slow')
    slow.pair.buffered = LIMITS.unsent + 10_000
    ann.type('a ')
    await flushAll(ann, bob)
    expect(slow.pair.closeCode).toBe(4513)
    expect(bob.text).toBe('a begin')
  })

  test('AK1 the acknowledgement counts the writes of this connection, after they were told', async () => {
    const [ann, bob] = await room.peers('ann', 'bob')
    expect(keptUpTo(ann)).toBe(1)
    for (const word of ['a', 'b', 'c']) ann.type(word)
    bob.type('d')
    await flushAll(ann, bob)
    expect([keptUpTo(ann), keptUpTo(bob)]).toEqual([4, 2])
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
    expect(lastNotices(ann, 2)).toEqual([
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
    expect(keptUpTo(ann)).toBe(1)
    room.log.release()
    await flushAll(ann)
    expect(keptUpTo(ann)).toBe(3)
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
    expect(refusals(ann)).toEqual(['not_kept', 'not_kept'])
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
    expect(refusals(reader)).toEqual(['read_only'])
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
    expect(refusals(old)).toEqual(['older_schema'])
    expect(await room.keptText()).toBe('begin')
  })

  test('AC3 a reader that has nothing to say is acknowledged', async () => {
    const reader = room.peer('rita', { role: 'reader', canWrite: false })
    await flushAll(reader)
    expect([keptUpTo(reader), refusals(reader)]).toEqual([1, []])
    expect(room.entries()).toHaveLength(1)
  })
})

/** An update by hand: `structs` are written behind client and clock. */
function crafted(write: (encoder: ReturnType<typeof createEncoder>) => void): Uint8Array {
  const encoder = createEncoder()
  write(encoder)
  return toUint8Array(encoder)
}
const emptyString = crafted((encoder) => {
  for (const number of [1, 1, 77, 0]) writeVarUint(encoder, number)
  writeVarUint(encoder, 4)
  writeVarUint(encoder, 1)
  writeVarString(encoder, 'text')
  writeVarString(encoder, '')
  writeVarUint(encoder, 0)
})
const hostile: [string, Uint8Array][] = [
  ['random bytes', Uint8Array.of(7, 200, 3, 9)],
  ['an update cut short', Y.encodeStateAsUpdate(textDoc()).slice(0, -3)],
  ['a struct without length', emptyString],
  ['a document inside the document', updateOf((doc) => doc.getMap('m').set('k', new Y.Doc()))],
  ['a value nested forty deep', updateOf((doc) => doc.getMap('m').set('k', nested(40)))],
  ['a count of structs without structs', Uint8Array.of(255, 255, 255, 255, 15, 1)],
]
function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)]
}
function textDoc(): Y.Doc {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'hello')
  return doc
}

describe('updates', () => {
  test.each(hostile)(
    'UP1 UP5 %s is refused as malformed, and the next good update is taken',
    async (_, update) => {
      const [ann, bob] = await room.peers('ann', 'bob')
      ann.sendUpdate(update)
      await flushAll(ann, bob)
      expect(refusals(ann)).toEqual(['malformed'])
      ann.type('a ')
      await flushAll(ann, bob)
      expect([bob.text, await room.keptText()]).toEqual(['a begin', 'a begin'])
      expect(room.errors).toEqual([])
    },
  )

  test('UP1 ten malformed updates end the connection with 4529', async () => {
    const [ann] = await room.peers('ann')
    for (let n = 0; n < 10; n += 1) ann.sendUpdate(Uint8Array.of(9, n))
    await flushAll(ann)
    expect(ann.pair.closeCode).toBe(4529)
  })

  test('UP2 an update with a gap is refused, the client is asked once, and its answer closes the gap', async () => {
    const [ann, bob] = await room.peers('ann', 'bob')
    ann.type('lost ')
    ann.pair.toServer.length = 0
    ann.type('a ')
    ann.type('b ')
    ann.pair.deliverToServer()
    await turn()
    const asked = ann.pair.toClient.filter((bytes) => bytes[0] === 0 && bytes[1] === 0)
    expect(asked).toHaveLength(1)
    await flushAll(ann, bob)
    expect(refusals(ann)).toEqual(['gap', 'gap'])
    expect(bob.text).toBe('b a lost begin')
  })

  test('UP2 deletions of what the document does not have are a gap too', async () => {
    const [ann] = await room.peers('ann')
    const doc = textDoc()
    const deletion = updateOf((one) => one.getText('text').delete(0, 3), doc)
    ann.sendUpdate(deletion)
    ann.pair.deliverToServer()
    await turn()
    ann.receive()
    expect(refusals(ann)).toEqual(['gap'])
  })

  test('UP2 a client that answers every question with a gap is ended', async () => {
    const [ann] = await room.peers('ann')
    const tail = Y.diffUpdate(Y.encodeStateAsUpdate(textDoc()), Y.encodeStateVector(new Y.Doc()))
    const gap = updateOf((doc) => doc.getText('text').insert(5, '!'), applied(tail))
    for (let n = 0; n < 12 && ann.pair.closeCode === null; n += 1) {
      ann.sendUpdate(gap)
      ann.pair.deliverToServer()
      ann.pair.takeForClient()
      ann.pair.toServer.push(Uint8Array.of(0, 1, gap.length, ...gap))
      ann.pair.deliverToServer()
    }
    expect(ann.pair.closeCode).toBe(4529)
  })

  test("UP3 nobody can write under another's client id, so the victim's next words arrive", async () => {
    const [ann, bob, mallory] = await room.peers('ann', 'bob', 'mallory')
    ann.type('a ')
    await flushAll(ann, bob, mallory)
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(mallory.doc))
    forged.clientID = ann.doc.clientID
    mallory.sendUpdate(updateOf((doc) => doc.getText('text').insert(0, 'forged '), forged))
    await flushAll(mallory)
    expect(refusals(mallory)).toEqual(['foreign_client'])
    ann.type('b ')
    await flushAll(ann, bob)
    expect(bob.text).toBe('b a begin')
  })

  test('UP3 the owners of client ids are remembered by a snapshot', async () => {
    const [ann] = await room.peers('ann')
    for (let n = 0; n < LIMITS.tailWhenClosing; n += 1) ann.type('a')
    await flushAll(ann)
    ann.pair.drop()
    room.clock.advance(LIMITS.unloadAfter)
    await turn()
    expect(room.entries()).toHaveLength(0)
    const [mallory] = await room.peers('mallory')
    mallory.doc.clientID = ann.doc.clientID
    mallory.type('forged ')
    await flushAll(mallory)
    expect(refusals(mallory)).toEqual(['foreign_client'])
  })

  test('UP4 a document at its limit refuses more by name and can still be read', async () => {
    const [ann] = await room.peers('ann')
    const document = room.log.documents.get('d1')
    expect(document).toBeDefined()
    const big = 'x'.repeat(3_000_000)
    while (refusals(ann).length === 0) {
      ann.type(big)
      await flushAll(ann)
    }
    expect(refusals(ann)).toEqual(['too_large'])
    const [late] = await room.peers('late')
    expect(late.text.length).toBeGreaterThan(LIMITS.document - 4_000_000)
  })
})

function applied(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

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
    expect(keptUpTo(early)).toBe(3)
  })

  test('IN3 the server begins with welcome and step 1', async () => {
    const ann = room.peer('ann')
    await turn()
    expect(ann.pair.toClient.map((bytes) => bytes[0])).toEqual([100, 0])
    ann.receive(1)
    expect(ann.notices).toEqual([
      { kind: 'welcome', epoch: 'memory', schema: 1, role: 'writer', canWrite: true, personId: 'p_ann' },
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
