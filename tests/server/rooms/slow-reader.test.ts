import { beforeEach, describe, expect, test } from 'vitest'
import { writeSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { Backlog, updateTelling } from '../../../server/rooms/backlog.ts'
import { LIMITS } from '../../../server/rooms/limits.ts'
import { mergeUpdates } from '../../../server/rooms/merge-updates.ts'
import { encodePresence } from '../../../server/rooms/presence.ts'
import { MESSAGE } from '../../../shared/protocol/live.ts'
import { flushAll, type LivePeer } from '../../support/live-peer.ts'
import { openTestRoom, updateOf } from './test-room.ts'

let room: Awaited<ReturnType<typeof openTestRoom>>
let ann: LivePeer
let bob: LivePeer
let slow: LivePeer
beforeEach(async () => {
  room = await openTestRoom()
  ;[ann, bob, slow] = await room.peers('ann', 'bob', 'slow')
})

const kinds = (peer: LivePeer) => peer.pair.toClient.map(([type]) => type)
const show = (peer: LivePeer, clock: number, state: string) =>
  peer.sendPresence([{ clientId: peer.doc.clientID, clock, state }], encodePresence)

describe('a reader that is behind', () => {
  beforeEach(() => {
    slow.pair.buffered = LIMITS.behind + 1
  })

  test('TE2 gets nothing of what others do, and all of it as one message of each kind when its line is free', async () => {
    for (const word of ['c ', 'b ', 'a ']) ann.type(word)
    for (let clock = 1; clock < 30; clock += 1) show(bob, clock, `{"place":"${clock}"}`)
    await flushAll(ann, bob)
    room.clock.advance(LIMITS.catchUpEvery)
    expect(kinds(slow)).toEqual([])
    slow.pair.buffered = 0
    room.clock.advance(LIMITS.catchUpEvery)
    expect(kinds(slow)).toEqual([MESSAGE.sync, MESSAGE.awareness])
    await flushAll(slow)
    expect(slow.text).toBe('a b c begin')
    expect(slow.presence.map(({ clock }) => clock)).toEqual([29])
  })

  test('TE2 hears first what waits when something new comes while its line is free', async () => {
    ann.type('b ')
    await flushAll(ann, bob)
    slow.pair.buffered = 0
    ann.type('a ')
    await flushAll(ann, bob)
    expect(kinds(slow)).toEqual([MESSAGE.sync, MESSAGE.sync])
    slow.receive(1)
    expect(slow.text).toBe('b begin')
    slow.receive(1)
    expect(slow.text).toBe('a b begin')
  })

  test('TE2 is answered at once: its own words are acknowledged, its question too', async () => {
    slow.type('mine ')
    slow.send((encoder) => writeSyncStep1(encoder, slow.doc))
    await flushAll(slow, ann)
    expect(slow.keptUpTo).toBe(2)
    expect(ann.text).toBe('mine begin')
  })

  test('TE2 of whom somebody leaves meanwhile sees that one go', async () => {
    slow.pair.buffered = 0
    show(bob, 1, '{"place":"a"}')
    await flushAll(bob, slow)
    slow.pair.buffered = LIMITS.behind + 1
    show(bob, 2, '{"place":"b"}')
    await flushAll(bob)
    bob.pair.drop()
    slow.pair.buffered = 0
    room.clock.advance(LIMITS.catchUpEvery)
    slow.receive()
    expect(slow.presence.at(-1)).toMatchObject({ clientId: bob.doc.clientID, clock: 2, state: 'null' })
  })

  test('TE2 is forgotten when it goes: nothing is sent to it and nothing looks after it any more', async () => {
    ann.type('a ')
    await flushAll(ann, bob)
    slow.pair.drop()
    room.clock.advance(LIMITS.catchUpEvery)
    expect(kinds(slow)).toEqual([])
    ann.type('b ')
    await flushAll(ann, bob)
    expect(bob.text).toBe('b a begin')
  })
})

describe('a reader that does not read', () => {
  test('TE3 is ended with 4513 by what is unsent, while the others go on; back again it has everything', async () => {
    slow.pair.buffered = LIMITS.unsent + 10_000
    ann.type('a ')
    await flushAll(ann, bob)
    expect(slow.pair.closeCode).toBe(4513)
    expect(bob.text).toBe('a begin')
    slow.connect()
    await flushAll(slow)
    expect(slow.text).toBe('a begin')
  })

  /** So many letters at least, in edits of a size that one may have. */
  async function typeLong(letters: number): Promise<void> {
    for (let typed = 0; typed < letters; typed += LIMITS.edit - 100) {
      ann.type('x'.repeat(LIMITS.edit - 100))
      await flushAll(ann, bob)
    }
  }

  test('TE3 is ended with 4513 when what is held back for it grows over the bound', async () => {
    slow.pair.buffered = LIMITS.behind + 1
    await typeLong(LIMITS.unsent)
    expect(slow.pair.closeCode).toBe(4513)
    expect(bob.text).toHaveLength(ann.text.length)
  })

  test('TE3 that is still getting a large document is not ended for it', async () => {
    const size = LIMITS.unsent - 100_000
    await typeLong(2 * size)
    await flushAll(slow)
    const late = room.peer('late')
    await flushAll(late)
    late.pair.buffered = 2 * size
    ann.type('a ')
    await flushAll(ann)
    expect(late.pair.closeCode).toBeNull()
  })
})

test('a long time of typing waits as about half of what was told, and comes as one message that says the same', () => {
  const { doc } = ann
  const updates = Array.from({ length: 5000 }, () =>
    updateOf((typed) => typed.getText('text').insert(typed.getText('text').length, 'k'), doc),
  )
  const backlog = new Backlog()
  for (const update of updates) backlog.add(updateTelling(update))
  const told = updates.reduce((sum, { length }) => sum + length, 0)
  expect(backlog.bytes).toBeLessThan(0.6 * told)
  expect(backlog.messages()).toHaveLength(1)
  Y.applyUpdate(bob.doc, mergeUpdates(updates), bob)
  expect(bob.text).toBe(ann.text)
})
