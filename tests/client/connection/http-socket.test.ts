import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Fetch } from '../../../client/connection/line-request.ts'
import { LINE_HEADERS } from '../../../shared/protocol/line.ts'
import { type LiveServer, startLiveServer } from '../../support/live-server.ts'
import { lineRoad } from '../../support/roads.ts'

/** It goes over a network that the test breaks, on a machine that may be busy. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 })

let server: LiveServer
const open: WebsocketProvider[] = []
beforeEach(async () => {
  server = await startLiveServer()
  await server.rooms.create('d1', Y.encodeStateAsUpdate(new Y.Doc()), 'p_maker')
})
afterEach(async () => {
  for (const provider of open.splice(0)) provider.destroy()
  await server.remove()
})

function connect(name: string, through?: Fetch) {
  const { Socket } = lineRoad(name, through)
  const provider = new WebsocketProvider(server.url, 'd1', new Y.Doc(), {
    WebSocketPolyfill: Socket,
    disableBc: true,
  })
  open.push(provider)
  let lost = 0
  provider.on('connection-close', () => {
    lost += 1
  })
  return { provider, text: provider.doc.getText('text'), lost: () => lost }
}
const words = (client: { text: Y.Text }) => client.text.toString().trim().split(' ').toSorted()
const isSame = (...[one, other]: [{ text: Y.Text }, { text: Y.Text }]) =>
  one.text.toString() === other.text.toString()
const headersOf = (options: RequestInit) => (options.headers ?? {}) as Record<string, string>

/** Everybody writes; what came in at the other end is exactly that, on connections that were never lost. */
async function expectWritingTogether(ann: ReturnType<typeof connect>, bob: ReturnType<typeof connect>) {
  for (const one of [ann, bob]) await eventually(() => one.provider.synced).toBe(true)
  for (let n = 0; n < 20; n += 1) {
    ann.text.insert(0, `a${n} `)
    bob.text.insert(0, `b${n} `)
    await eventually(() => isSame(ann, bob)).toBe(true)
  }
  expect(words(ann)).toHaveLength(40)
  expect([ann.lost(), bob.lost()]).toEqual([0, 0])
}

test('when every third answer gets lost on its way, nothing is lost or doubled and the connection stays', async () => {
  let asked = 0
  const forgetful: Fetch = async (address, options) => {
    const answer = await fetch(address, options)
    const isPiece = LINE_HEADERS.piece in headersOf(options)
    const isAnswer = LINE_HEADERS.wait in headersOf(options)
    if (!isPiece && !isAnswer) return answer
    asked += 1
    if (asked % 3 === 0) throw new TypeError('the answer got lost')
    return answer
  }
  await expectWritingTogether(connect('ann', forgetful), connect('bob'))
  expect(asked).toBeGreaterThan(20)
})

test('when every request is sent twice, each piece is taken once', async () => {
  const stuttering: Fetch = async (address, options) => {
    if (LINE_HEADERS.piece in headersOf(options)) await fetch(address, { ...options, keepalive: false })
    return fetch(address, options)
  }
  await expectWritingTogether(connect('ann', stuttering), connect('bob'))
})

test('when streams are cut off after their first bytes, it goes on from the last message that came in whole', async () => {
  let cut = 0
  const cutting: Fetch = async (address, options) => {
    const answer = await fetch(address, options)
    const isStream = options.method === undefined && !(LINE_HEADERS.wait in headersOf(options))
    if (!isStream || answer.body === null) return answer
    let passed = 0
    const upTo = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        controller.enqueue(chunk.slice(0, 7 - passed))
        passed += chunk.length
        if (passed < 7) return
        cut += 1
        controller.error(new TypeError('cut off'))
      },
    })
    return new Response(answer.body.pipeThrough(upTo), { headers: answer.headers })
  }
  const [ann, bob] = [connect('ann', cutting), connect('bob')]
  await expectWritingTogether(ann, bob)
  // A quiet moment lets the page try a stream.
  await eventually(() => cut).toBeGreaterThan(0)
  await expectWritingTogetherAgain(ann, bob)
})

async function expectWritingTogetherAgain(ann: ReturnType<typeof connect>, bob: ReturnType<typeof connect>) {
  for (let n = 0; n < 20; n += 1) bob.text.insert(0, `c${n} `)
  await eventually(() => isSame(ann, bob)).toBe(true)
  expect(words(ann)).toHaveLength(60)
  expect(ann.lost()).toBe(0)
}

test('where streams are held up, the page asks instead, and hears of others as soon as there is something', async () => {
  let streams = 0
  const holdingUp: Fetch = async (address, options) => {
    const isStream = options.method === undefined && !(LINE_HEADERS.wait in headersOf(options))
    if (!isStream) return fetch(address, options)
    streams += 1
    const answer = await fetch(address, options)
    await answer.arrayBuffer()
    return answer
  }
  const [ann, bob] = [connect('ann', holdingUp), connect('bob')]
  await expectWritingTogether(ann, bob)
  await eventually(() => streams).toBe(1)
  await expectWritingTogetherAgain(ann, bob)
  expect(streams).toBe(1)
})
