import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type LiveServer, startLiveServer } from '../../support/live-server.ts'

let server: LiveServer
let clients: WebsocketProvider[] = []

beforeEach(async () => {
  server = await startLiveServer()
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'begin ')
  await server.rooms.create('d1', Y.encodeStateAsUpdate(doc), 'p_maker')
  await server.rooms.create('d2', Y.encodeStateAsUpdate(doc), 'p_maker')
})
afterEach(async () => {
  for (const client of clients) client.destroy()
  clients = []
  await server.remove()
})

/** A stock client, exactly as y-websocket makes it; only the header for the credential is put in by the socket. */
function connect(name: string, documentId = 'd1', url = server.url): WebsocketProvider {
  class Socket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: { authorization: `Bearer ${name}` } })
    }
  }
  const polyfill = Socket as unknown as typeof globalThis.WebSocket
  const provider = new WebsocketProvider(url, documentId, new Y.Doc(), {
    WebSocketPolyfill: polyfill,
    disableBc: true,
  })
  clients.push(provider)
  return provider
}
const textOf = (client: WebsocketProvider) => client.doc.getText('text').toString()
const synced = (client: WebsocketProvider) =>
  new Promise<void>((resolve) => (client.synced ? resolve() : client.once('sync', () => resolve())))

describe('stock y-websocket clients', () => {
  test('two of them that write at once end with the same text', async () => {
    const [ann, bob] = [connect('ann'), connect('bob')]
    await Promise.all([synced(ann), synced(bob)])
    ann.doc.getText('text').insert(6, 'Ann ')
    bob.doc.getText('text').insert(6, 'Bob ')
    await expect.poll(() => textOf(ann)).toHaveLength('begin Ann Bob '.length)
    await expect.poll(() => textOf(bob)).toBe(textOf(ann))
  })

  test('what they wrote is still there after the server was stopped and started again', async () => {
    const [ann, bob] = [connect('ann'), connect('bob')]
    await Promise.all([synced(ann), synced(bob)])
    for (let n = 0; n < 40; n += 1) ann.doc.getText('text').insert(0, `${n} `)
    await expect.poll(() => textOf(bob)).toBe(textOf(ann))
    for (const client of [ann, bob]) client.destroy()
    server = await server.restart()
    const late = connect('late', 'd1', server.url)
    await synced(late)
    expect(textOf(late)).toBe(textOf(ann))
  })

  test('one sees the cursor of another under the name the server knows, and no longer once that one has left', async () => {
    const [ann, bob] = [connect('ann'), connect('bob')]
    await Promise.all([synced(ann), synced(bob)])
    ann.awareness.setLocalState({ user: { name: 'The mayor' }, cursor: { anchor: 1 } })
    const seen = () => bob.awareness.getStates().get(ann.doc.clientID)
    await expect.poll(seen).toEqual({
      user: { personId: 'p_ann', name: 'ann', partyId: null, role: 'writer' },
      cursor: { anchor: 1 },
    })
    ann.disconnect()
    await expect.poll(seen).toBeUndefined()
  })

  test('a reader gets the text, and nothing it writes reaches anybody', async () => {
    const [reader, ann] = [connect('reader'), connect('ann')]
    await Promise.all([synced(reader), synced(ann)])
    reader.doc.getText('text').insert(0, 'forbidden ')
    ann.doc.getText('text').insert(0, 'allowed ')
    await expect.poll(() => textOf(reader)).toContain('allowed')
    expect(textOf(ann)).toBe('allowed begin ')
    expect(await server.rooms.read('d1', (doc) => doc.getText('text').toString())).toBe('allowed begin ')
  })
})

/** What a connection ends with: the close code, or the HTTP status when it was never opened. */
function ended(
  path: string,
  options: { headers?: Record<string, string>; send?: (socket: WebSocket) => void; protocols?: string[] },
): Promise<number> {
  const socket = new WebSocket(`${server.url}${path}`, options.protocols ?? [], {
    headers: options.headers ?? {},
  })
  return new Promise((resolve) => {
    socket.on('error', () => {})
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
    socket.on('close', (code) => resolve(code))
    socket.on('open', () => options.send?.(socket))
  })
}
const asAnn = { authorization: 'Bearer ann' }

describe('who is let in', () => {
  test('without a credential the connection ends with 4401, so that the client does not try again', async () => {
    expect(await ended('/d1', {})).toBe(4401)
    expect(await ended('/d1', { headers: { authorization: 'Bearer stranger' } })).toBe(4401)
  })
  test('for a document that does not exist it ends with 4404', async () => {
    expect(await ended('/nope', { headers: asAnn })).toBe(4404)
  })
  test('an address that names no document is not upgraded', async () => {
    for (const path of ['/', '/a/b', '/%E0%A4%A', `/${'x'.repeat(81)}`]) {
      expect(await ended(path, { headers: asAnn })).toBe(404)
    }
  })
  test('a page of another origin is refused when it comes with a cookie', async () => {
    expect(
      await ended('/d1', { headers: { origin: 'https://evil.test', cookie: 'handslag_session=x' } }),
    ).toBe(403)
    expect(await ended('/d1', { headers: { origin: 'null', cookie: 'handslag_session=x' } })).toBe(403)
    expect(await ended('/d1', { headers: { origin: 'https://handslag.test' } })).toBe(4401)
    expect(await ended('/d1', { headers: { origin: `http://127.0.0.1:${server.port}` } })).toBe(4401)
  })
})

test('a connection that answers no ping is ended, and its cursor goes with it', async () => {
  const ann = connect('ann')
  await synced(ann)
  const sleeper = new WebSocket(`${server.url}/d1`, {
    headers: { authorization: 'Bearer sleeper' },
    autoPong: false,
  })
  sleeper.on('open', () => sleeper.send(Uint8Array.of(1, 6, 1, 9, 1, 2, 123, 125)))
  await expect.poll(() => ann.awareness.getStates().has(9)).toBe(true)
  await expect.poll(() => ann.awareness.getStates().has(9), { timeout: 5000 }).toBe(false)
  expect(ann.wsconnected).toBe(true)
  expect(server.rooms.sessions()).toBe(1)
})

describe('bytes that are no protocol', () => {
  const attacks: [string, (socket: WebSocket) => void, number][] = [
    ['a text frame', (socket) => socket.send('hello'), 1003],
    ['a frame larger than any message', (socket) => socket.send(new Uint8Array(5 * 1024 * 1024)), 1009],
    ['message types nobody knows', (socket) => repeat(() => socket.send(Uint8Array.of(77, 1, 2))), 4529],
    ['messages cut short', (socket) => repeat(() => socket.send(Uint8Array.of(0, 2, 200, 1, 9))), 4529],
    [
      'updates of random bytes',
      (socket) => repeat((n) => socket.send(Uint8Array.of(0, 2, 5, 9, n, 7, 200, 31))),
      4529,
    ],
    ['broken state vectors', (socket) => repeat(() => socket.send(Uint8Array.of(0, 0, 2, 9, 200))), 4529],
    ['broken awareness', (socket) => repeat(() => socket.send(Uint8Array.of(1, 3, 9, 1, 1))), 4529],
  ]
  const repeat = (send: (n: number) => void) => {
    for (let n = 0; n < 12; n += 1) send(n)
  }

  for (const [name, send, code] of attacks) {
    test(`${name} end that connection with ${code}, while people in that room and another go on`, async () => {
      const honest = [connect('ann', 'd1'), connect('bob', 'd1'), connect('carl', 'd2'), connect('dee', 'd2')]
      await Promise.all(honest.map(synced))
      expect(await ended('/d1', { headers: { authorization: 'Bearer mallory' }, send })).toBe(code)
      const [ann, bob, carl, dee] = honest as [
        WebsocketProvider,
        WebsocketProvider,
        WebsocketProvider,
        WebsocketProvider,
      ]
      ann.doc.getText('text').insert(0, 'one ')
      carl.doc.getText('text').insert(0, 'two ')
      await expect.poll(() => textOf(bob)).toBe('one begin ')
      await expect.poll(() => textOf(dee)).toBe('two begin ')
      expect(server.errors).toEqual([])
    })
  }
})
