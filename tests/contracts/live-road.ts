import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { LIMITS } from '../../server/rooms/limits.ts'
import { CLOSE, MESSAGE, SCHEMA_PREFIX, SCHEMA_VERSION, SUBPROTOCOL } from '../../shared/protocol/live.ts'
import { type LiveServer, startLiveServer } from '../support/live-server.ts'

/** A class with the shape of `WebSocket` whose connections come from the person of this name; `breakOff` leaves without a word. */
export type Road = (name: string) => { Socket: typeof WebSocket; breakOff: () => void }

/** It comes over a network and from a disk, on a machine that may be busy. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 })

/** What every road to the rooms must do, whatever carries its messages: from the outside it is a WebSocket. */
export function liveRoadContract(name: string, road: Road): void {
  describe(name, () => {
    let server: LiveServer
    const open: WebsocketProvider[] = []
    beforeEach(async () => {
      server = await startLiveServer()
      const doc = new Y.Doc()
      doc.getText('text').insert(0, 'begin ')
      await server.rooms.create('d1', Y.encodeStateAsUpdate(doc), 'p_maker')
    })
    afterEach(async () => {
      for (const provider of open.splice(0)) provider.destroy()
      await server.remove()
    })

    /** y-websocket's own provider on this road, and all it hears of closing. */
    function connect(person: string, { documentId = 'd1', protocols = [] as string[] } = {}) {
      const { Socket, breakOff } = road(person)
      const provider = new WebsocketProvider(server.url, documentId, new Y.Doc(), {
        WebSocketPolyfill: Socket,
        disableBc: true,
        protocols,
      })
      open.push(provider)
      const codes: (number | undefined)[] = []
      provider.on('connection-close', (event) => codes.push(event?.code))
      return { provider, codes, breakOff, text: provider.doc.getText('text') }
    }
    const untilSynced = async (...clients: { provider: WebsocketProvider }[]) => {
      for (const { provider } of clients) await eventually(() => provider.synced).toBe(true)
    }

    test('a socket opens, and gives the subprotocol that the server chose of those it was offered', async () => {
      const { Socket } = road('ann')
      const offered = [SUBPROTOCOL, `${SCHEMA_PREFIX}${SCHEMA_VERSION}`]
      const socket = new Socket(`${server.url}/d1`, offered)
      expect(socket.readyState).toBe(socket.CONNECTING)
      await new Promise<void>((resolve) => {
        socket.onopen = () => resolve()
      })
      expect([socket.readyState, socket.protocol]).toEqual([socket.OPEN, SUBPROTOCOL])
      const closed = new Promise<number>((resolve) => {
        socket.onclose = ({ code }) => resolve(code)
      })
      socket.close()
      expect(await closed).toBe(1005)
      expect(socket.readyState).toBe(socket.CLOSED)
      await eventually(() => server.rooms.sessions()).toBe(0)
    })

    test('two who write at once end with the same text', async () => {
      const [ann, bob] = [connect('ann'), connect('bob')]
      await untilSynced(ann, bob)
      for (let n = 0; n < 30; n += 1) {
        ann.text.insert(0, `a${n} `)
        bob.text.insert(0, `b${n} `)
      }
      const words = 1 + 60
      await eventually(() => ann.text.toString().trim().split(' ').length).toBe(words)
      await eventually(() => bob.text.toString()).toBe(ann.text.toString())
    })

    test('messages are taken in the order in which they were sent, and each is acknowledged by its number', async () => {
      const ann = connect('ann', { protocols: [SUBPROTOCOL, `${SCHEMA_PREFIX}${SCHEMA_VERSION}`] })
      const kept: string[] = []
      ann.provider.messageHandlers[MESSAGE.notice] = (_, decoder) => {
        const text = new TextDecoder().decode(decoder.arr.subarray(decoder.pos)).slice(1)
        const upTo = /"upTo":(\d+)/.exec(text)?.[1]
        if (upTo !== undefined) kept.push(upTo)
      }
      await untilSynced(ann)
      for (let n = 0; n < 50; n += 1) ann.text.insert(ann.text.length, `${n};`)
      // The sync step 2 that answers the server's step 1 is the first write of a connection.
      await eventually(() => kept.at(-1)).toBe('51')
      const written = await server.rooms.read('d1', (doc) => doc.getText('text').toString())
      expect(written).toBe(`begin ${Array.from({ length: 50 }, (_, n) => `${n};`).join('')}`)
    })

    test('an edit of almost the largest size comes through in both directions', async () => {
      const [ann, bob] = [connect('ann'), connect('bob')]
      await untilSynced(ann, bob)
      ann.text.insert(0, 'x'.repeat(LIMITS.edit - 200))
      await eventually(() => bob.text.length).toBe(ann.text.length)
      const late = connect('late')
      await untilSynced(late)
      expect(late.text.length).toBe(ann.text.length)
    })

    test('a message that is larger than any may be ends the connection with 1009', async () => {
      const ann = connect('ann')
      await untilSynced(ann)
      ann.text.insert(0, 'x'.repeat(LIMITS.message + 1))
      await eventually(() => ann.codes[0]).toBe(CLOSE.tooLarge)
    })

    test('who is not known, and who asks for what is not there, is told for good by the close code', async () => {
      const stranger = connect('stranger')
      const lost = connect('ann', { documentId: 'nope' })
      await eventually(() => stranger.codes).toEqual([CLOSE.notKnown])
      await eventually(() => lost.codes).toEqual([CLOSE.noSuchDocument])
      expect([stranger.provider.shouldConnect, lost.provider.shouldConnect]).toEqual([false, false])
    })

    test('who loses the right while connected is told for good too', async () => {
      const ann = connect('ann')
      await untilSynced(ann)
      server.rooms.disconnect('d1', 'p_ann', CLOSE.notAllowed)
      await eventually(() => ann.codes).toEqual([CLOSE.notAllowed])
    })

    test('messages of no protocol end the connection with 4529', async () => {
      const { Socket } = road('mallory')
      const socket = new Socket(`${server.url}/d1`)
      const closed = new Promise<number>((resolve) => {
        socket.onclose = ({ code }) => resolve(code)
      })
      socket.onopen = () => {
        for (let n = 0; n < 12; n += 1) socket.send(Uint8Array.of(77, 1, 2))
      }
      expect(await closed).toBe(CLOSE.tooMuch)
    })

    test('a server that goes down says so, and when it is back all goes on', async () => {
      const ann = connect('ann')
      await untilSynced(ann)
      const { port } = server
      await server.stop()
      await eventually(() => ann.codes[0]).toBe(CLOSE.goingDown)
      ann.text.insert(0, 'meanwhile ')
      server = await startLiveServer(server.dataDir, port)
      await untilSynced(ann)
      await eventually(() => server.rooms.read('d1', (doc) => doc.getText('text').toString())).toBe(
        'meanwhile begin ',
      )
    })

    test('the cursor of who leaves goes at once, and of who is gone without a word within seconds', async () => {
      const [ann, bob, carl] = [connect('ann'), connect('bob'), connect('carl')]
      await untilSynced(ann, bob, carl)
      const seen = (of: { provider: WebsocketProvider }) =>
        ann.provider.awareness.getStates().has(of.provider.doc.clientID)
      for (const one of [bob, carl]) one.provider.awareness.setLocalState({ cursor: 1 })
      await eventually(() => seen(bob) && seen(carl)).toBe(true)
      bob.provider.disconnect()
      await eventually(() => seen(bob)).toBe(false)
      carl.breakOff()
      await eventually(() => seen(carl)).toBe(false)
      expect(ann.provider.wsconnected).toBe(true)
    })

    test('what was said before closing still arrives', async () => {
      const { Socket } = road('ann')
      const bob = connect('bob')
      await untilSynced(bob)
      const encoder = createEncoder()
      writeVarUint(encoder, MESSAGE.sync)
      writeVarUint(encoder, 2)
      const doc = new Y.Doc()
      doc.getText('other').insert(0, 'farewell')
      writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc))
      const socket = new Socket(`${server.url}/d1`)
      socket.onopen = () => {
        socket.send(toUint8Array(encoder) as Uint8Array<ArrayBuffer>)
        socket.close()
      }
      await eventually(() => bob.provider.doc.getText('other').toString()).toBe('farewell')
    })
  })
}
