import { beforeEach, expect, test } from 'vitest'
import { chooseTransport } from '../../../client/connection/choose-transport.ts'

/** A connection whose events the test fires; it knows of what kind it is. */
class HandSocket extends EventTarget {
  readonly CONNECTING = 0
  readyState = 0
  kind = 'none'
  end(code = 1006): void {
    this.readyState = 3
    this.dispatchEvent(new CloseEvent('close', { code }))
  }
  hear(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
    this.dispatchEvent(new MessageEvent('message'))
  }
}

let isReached: boolean
let isSocketHeard: boolean
let isBlocked: boolean
let make: () => HandSocket

beforeEach(() => {
  isReached = true
  isSocketHeard = false
  isBlocked = false
  make = begin()
})

function begin(): () => HandSocket {
  const of = (kind: string) =>
    class extends HandSocket {
      override kind = kind
    } as unknown as typeof WebSocket
  const Chosen = chooseTransport({
    Socket: of('socket'),
    Line: of('line'),
    isReached: async () => isReached,
    isSocketHeard: async () => isSocketHeard,
    memory: {
      isBlocked: () => isBlocked,
      remember: () => {
        isBlocked = true
      },
      forget: () => {
        isBlocked = false
      },
    },
  })
  return () => new Chosen('ws://server/sync/a', []) as unknown as HandSocket
}
/** What was asked over plain HTTP has been answered. */
const answered = () => new Promise<void>((resolve) => setImmediate(resolve))

async function fail(code?: number): Promise<string> {
  const socket = make()
  socket.end(code)
  await answered()
  return socket.kind
}

test('two sockets that never open, while plain HTTP reaches the server, make the third a line, on the next page too', async () => {
  expect([await fail(), await fail(), make().kind]).toEqual(['socket', 'socket', 'line'])
  make = begin()
  expect(make().kind).toBe('line')
})

test('a server that is down makes nobody leave sockets', async () => {
  isReached = false
  expect([await fail(), await fail(), await fail(), make().kind]).toEqual(Array(4).fill('socket'))
})

test('a server that was down when the first one failed does not count that one', async () => {
  isReached = false
  await fail()
  isReached = true
  expect([await fail(), make().kind]).toEqual(['socket', 'socket'])
})

test('a close code of the server shows that the way to it is open', async () => {
  expect([await fail(4401), await fail(4503), await fail(4513), make().kind]).toEqual(Array(4).fill('socket'))
})

test('a socket that was heard and then lost is followed by a socket', async () => {
  for (let n = 0; n < 3; n += 1) {
    const socket = make()
    socket.hear()
    socket.end()
    await answered()
  }
  expect(make().kind).toBe('socket')
})

test('a line that does not come through either gives way to a socket', async () => {
  isBlocked = true
  make = begin()
  expect([await fail(), make().kind]).toEqual(['line', 'socket'])
})

test('once a socket comes through again the line goes on, and the next connection is a socket', async () => {
  isBlocked = true
  isSocketHeard = true
  make = begin()
  const line = make()
  line.hear()
  await answered()
  expect([line.kind, line.readyState, make().kind, isBlocked]).toEqual(['line', 1, 'socket', false])
  line.end()
})
