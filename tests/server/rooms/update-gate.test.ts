import { createEncoder, toUint8Array, writeUint8, writeVarString, writeVarUint } from 'lib0/encoding'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '../../../server/rooms/limits.ts'
import { encodePresence } from '../../../server/rooms/presence.ts'
import { createRooms } from '../../../server/rooms/rooms.ts'
import { flushAll, LivePeer, member, turn } from '../../support/live-peer.ts'
import { openTestRoom, updateOf } from './test-room.ts'

let room: Awaited<ReturnType<typeof openTestRoom>>
beforeEach(async () => {
  room = await openTestRoom()
})

/** An update by hand. */
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
/** Two letters that each stand behind the other. */
const circle = crafted((encoder) => {
  writeVarUint(encoder, 2)
  for (const [client, other] of [
    [78, 77],
    [77, 78],
  ] as const) {
    for (const number of [1, client, 0]) writeVarUint(encoder, number)
    writeUint8(encoder, 0x84)
    for (const number of [other, 0]) writeVarUint(encoder, number)
    writeVarString(encoder, 'x')
  }
  writeVarUint(encoder, 0)
})
const hostile: [string, Uint8Array][] = [
  ['letters that wait for each other', circle],
  ['random bytes', Uint8Array.of(7, 200, 3, 9)],
  ['an update cut short', Y.encodeStateAsUpdate(textDoc()).slice(0, -3)],
  ['a struct without length', emptyString],
  ['a document inside the document', updateOf((doc) => doc.getMap('m').set('k', new Y.Doc()))],
  ['a value nested forty deep', updateOf((doc) => doc.getMap('m').set('k', nested(40)))],
  ['shared types a thousand deep', updateOf((doc) => nestTypes(doc.getMap('m'), 1000))],
  ['a count of structs without structs', Uint8Array.of(255, 255, 255, 255, 15, 1)],
]
function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)]
}
function nestTypes(map: Y.Map<unknown>, levels: number): void {
  let inner = map
  for (let level = 0; level < levels; level += 1) {
    const next = new Y.Map<unknown>()
    inner.set('name', next)
    inner = next
  }
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
      expect(ann.refusals).toEqual(['malformed'])
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
    expect(ann.refusals).toEqual(['gap', 'gap'])
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
    expect(ann.refusals).toEqual(['gap'])
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
    expect(mallory.refusals).toEqual(['foreign_client'])
    ann.type('b ')
    await flushAll(ann, bob)
    expect(bob.text).toBe('b a begin')
  })

  test('UP3 the owners of client ids are remembered by a snapshot', async () => {
    const [ann] = await room.peers('ann')
    for (let n = 0; n < LIMITS.tails.closing; n += 1) ann.type('a')
    await flushAll(ann)
    ann.pair.drop()
    room.clock.advance(LIMITS.unloadAfter)
    await turn()
    expect(room.entries()).toHaveLength(0)
    const [mallory] = await room.peers('mallory')
    mallory.doc.clientID = ann.doc.clientID
    mallory.type('forged ')
    await flushAll(mallory)
    expect(mallory.refusals).toEqual(['foreign_client'])
  })

  describe('UP3 a client id that only showed a cursor stays with its person', () => {
    const show = (peer: LivePeer, clientId = peer.doc.clientID) =>
      peer.sendPresence([{ clientId, clock: 1, state: '{"cursor":1}' }], encodePresence)
    const forge = async (rooms = room.rooms) => {
      const mallory = new LivePeer(rooms, member('mallory'))
      await flushAll(mallory)
      return async (clientId: number) => {
        mallory.doc.clientID = clientId
        mallory.type('forged ')
        await flushAll(mallory)
        return mallory.refusals
      }
    }

    test('after the room was unloaded and loaded again', async () => {
      const [ann] = await room.peers('ann')
      show(ann)
      await flushAll(ann)
      ann.pair.drop()
      room.clock.advance(LIMITS.keepShownAfter)
      await turn()
      room.clock.advance(LIMITS.unloadAfter)
      await turn()
      expect(await (await forge())(ann.doc.clientID)).toEqual(['foreign_client'])
    })

    test('when a process ends right after, and another takes over', async () => {
      const [ann] = await room.peers('ann')
      show(ann)
      await flushAll(ann)
      await room.rooms.close()
      const again = createRooms({ log: room.log, clock: room.clock })
      expect(await (await forge(again))(ann.doc.clientID)).toEqual(['foreign_client'])
    })

    test('when the disk said no the first time', async () => {
      const [ann] = await room.peers('ann')
      show(ann)
      await flushAll(ann)
      room.log.fail()
      room.clock.advance(LIMITS.keepShownAfter)
      await turn()
      expect(room.errors).toHaveLength(1)
      room.log.mend()
      room.clock.advance(LIMITS.askAgainAfter)
      await turn()
      const again = createRooms({ log: room.log, clock: room.clock })
      expect(await (await forge(again))(ann.doc.clientID)).toEqual(['foreign_client'])
    })

    test('also when another shows as many as it can: only its own oldest are forgotten', async () => {
      const [ann] = await room.peers('ann')
      show(ann)
      await flushAll(ann)
      const first = 5_000_000
      for (let shown = 0; shown <= LIMITS.shownIds; shown += LIMITS.presences) {
        const [mallory] = await room.peers('mallory')
        for (let n = 0; n < LIMITS.presences; n += 1) show(mallory, first + shown + n)
        await flushAll(mallory)
        mallory.pair.drop()
      }
      await room.rooms.close()
      expect(room.log.documents.get('d1')?.shown).toHaveLength(LIMITS.shownIds + 1)
      const again = createRooms({ log: room.log, clock: room.clock })
      const bob = new LivePeer(again, member('bob'))
      await flushAll(bob)
      bob.doc.clientID = first
      bob.type('free again ')
      await flushAll(bob)
      expect(bob.refusals).toEqual([])
      expect(await (await forge(again))(ann.doc.clientID)).toEqual(['foreign_client'])
    })
  })

  test('UP4 an edit that is much larger than the document is refused by name, and the next one of anybody is taken', async () => {
    const [ann, bob] = await room.peers('ann', 'bob')
    ann.type('x'.repeat(LIMITS.edit + 5000))
    await flushAll(ann, bob)
    expect(ann.refusals).toEqual(['too_large'])
    bob.type('short ')
    await flushAll(bob)
    expect(await room.keptText()).toBe('short begin')
  })

  test('UP4 an edit that takes out in too many places at once is refused by name, and who names again what is gone already is not', async () => {
    const [ann, bob] = await room.peers('ann', 'bob')
    ann.type('x'.repeat(3 * LIMITS.deletedRuns))
    await flushAll(ann, bob)
    bob.sendUpdate(everySecond(ann.doc.clientID, LIMITS.deletedRuns + 1))
    await flushAll(ann, bob)
    expect(bob.refusals).toEqual(['too_large'])
    expect(await room.keptText()).toBe(ann.text)
    for (const runs of [LIMITS.deletedRuns, LIMITS.deletedRuns + 100]) {
      bob.sendUpdate(everySecond(ann.doc.clientID, runs))
      await flushAll(ann, bob)
    }
    expect(bob.refusals).toEqual(['too_large'])
    expect(ann.text.length).toBe(2 * LIMITS.deletedRuns - 100 + 'begin'.length)
  })

  describe('UP4 a document at its limit', () => {
    let ann: LivePeer
    beforeEach(async () => {
      ;[ann] = await room.peers('ann')
      const big = 'x'.repeat(LIMITS.edit - 100)
      while (ann.refusals.length === 0) {
        ann.type(big)
        await flushAll(ann)
      }
    })

    test('refuses more by name and can still be read', async () => {
      expect(ann.refusals).toEqual(['too_large'])
      const [late] = await room.peers('late')
      expect(late.text.length).toBeGreaterThan(LIMITS.document - 2 * LIMITS.edit)
    })

    test('takes deletions, and then the words that were refused, by itself', async () => {
      const [bob] = await room.peers('bob')
      bob.type('x'.repeat(3_000_000))
      await flushAll(bob, ann)
      expect(bob.refusals).toEqual(['too_large'])
      const [carl] = await room.peers('carl')
      carl.doc.getText('text').delete(0, 9_000_000)
      await flushAll(carl, bob, ann)
      expect(carl.refusals).toEqual([])
      room.clock.advance(LIMITS.makeRoomEvery)
      bob.type('y')
      await flushAll(bob, ann, carl)
      bob.type('z')
      await flushAll(bob, ann, carl)
      expect(carl.text).toBe(bob.text)
      expect(carl.text.startsWith('zy')).toBe(true)
    })

    test('takes back what was too much when its writer takes it back', async () => {
      const before = await room.keptText()
      ann.doc.getText('text').delete(0, LIMITS.edit - 100)
      await flushAll(ann)
      ann.type('shorter ')
      await flushAll(ann)
      expect(ann.text).toBe(`shorter ${before}`)
      expect(await room.keptText()).toBe(ann.text)
    })
  })
})

/** Names every second letter of what this client wrote first, so many of them. Update format 1 of Yjs: no structs, and the deletions of one client. */
function everySecond(client: number, runs: number): Uint8Array {
  const encoder = createEncoder()
  for (const number of [0, 1, client, runs]) writeVarUint(encoder, number)
  for (let run = 0; run < runs; run += 1) {
    writeVarUint(encoder, 2 * run)
    writeVarUint(encoder, 1)
  }
  return toUint8Array(encoder)
}

function applied(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}
