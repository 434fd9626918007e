import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { outgoingKind, outgoingSocket, ownAwareness } from '../../../client/connection/outgoing-socket.ts'

const doc = new Y.Doc()
doc.getMap('facts').set('one', 1)

function message(type: number, write: (encoder: ReturnType<typeof createEncoder>) => void): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, type)
  write(encoder)
  return toUint8Array(encoder)
}

const step1 = message(0, (encoder) => writeSyncStep1(encoder, doc))
const step2 = message(0, (encoder) => writeSyncStep2(encoder, doc))
const update = message(0, (encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(doc)))
const query = message(3, () => {})
const presenceOf = (awareness: Awareness) =>
  message(1, (encoder) => writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID])))

test('only answers and updates count as writes', () => {
  expect(outgoingKind(step1)).toEqual({ kind: 'other' })
  expect(outgoingKind(step2)).toEqual({ kind: 'write', what: 'step2' })
  expect(outgoingKind(update)).toEqual({ kind: 'write', what: 'update' })
  expect(outgoingKind(query)).toEqual({ kind: 'other' })
})

test('presence is told apart by whose it is and whether it says goodbye', () => {
  const awareness = new Awareness(new Y.Doc())
  awareness.setLocalStateField('place', 'a')
  expect(ownAwareness(presenceOf(awareness), awareness.clientID)).toEqual({ gone: false })
  expect(ownAwareness(presenceOf(awareness), awareness.clientID + 1)).toBeNull()
  awareness.setLocalState(null)
  expect(ownAwareness(presenceOf(awareness), awareness.clientID)).toEqual({ gone: true })
  awareness.destroy()
})

describe('the socket', () => {
  class FakeSocket {
    readonly OPEN = 1
    readyState = 1
    sent: Uint8Array[] = []
    send(data: Uint8Array) {
      this.sent.push(data)
    }
  }
  const Base = FakeSocket as unknown as typeof WebSocket
  let awareness: Awareness
  const writes: string[] = []
  let mayWrite = true
  const open = () => {
    const Socket = outgoingSocket(Base, {
      clientId: awareness.clientID,
      mayWrite: () => mayWrite,
      onWrite: (what) => writes.push(what),
      encodePresence: () => presenceOf(awareness),
    })
    return new Socket('ws://nowhere') as unknown as FakeSocket
  }
  beforeEach(() => {
    vi.useFakeTimers()
    writes.length = 0
    mayWrite = true
    awareness = new Awareness(new Y.Doc())
  })
  afterEach(() => {
    awareness.destroy()
    vi.useRealTimers()
  })

  test('holds writes back, uncounted, until the server has said who this is', () => {
    mayWrite = false
    const socket = open()
    for (const data of [step1, update, step2]) socket.send(data)
    expect([socket.sent, writes]).toEqual([[step1], []])
  })

  test('counts writes in their order and passes everything on', () => {
    const socket = open()
    for (const data of [step1, update, step2]) socket.send(data)
    expect(socket.sent).toEqual([step1, update, step2])
    expect(writes).toEqual(['update', 'step2'])
  })

  test('sends the first and the newest presence of a burst, nothing in between', () => {
    const socket = open()
    for (const place of ['a', 'b', 'c']) {
      awareness.setLocalStateField('place', place)
      socket.send(presenceOf(awareness))
    }
    expect(socket.sent).toHaveLength(1)
    vi.advanceTimersByTime(1000)
    expect(socket.sent).toEqual([expect.anything(), presenceOf(awareness)])
  })

  test('does not repeat the presence of others', () => {
    const other = new Awareness(new Y.Doc())
    const socket = open()
    socket.send(presenceOf(other))
    expect(socket.sent).toEqual([])
    other.destroy()
  })

  test('says goodbye at once', () => {
    const socket = open()
    socket.send(presenceOf(awareness))
    awareness.setLocalState(null)
    socket.send(presenceOf(awareness))
    expect(socket.sent).toHaveLength(2)
  })

  test('keeps silent when the connection closed in the meantime', () => {
    const socket = open()
    socket.send(presenceOf(awareness))
    socket.send(presenceOf(awareness))
    socket.readyState = 3
    vi.advanceTimersByTime(1000)
    expect(socket.sent).toHaveLength(1)
  })
})
