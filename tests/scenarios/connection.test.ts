import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import { type ConnectionReport, reportOf } from '../../client/connection/connection-state.ts'
import { type LiveConnection, openLive } from '../../client/connection/live.ts'
import { LIMITS } from '../../server/rooms/limits.ts'
import { startServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let token: string
let agreementId: string
const open: LiveConnection[] = []

beforeAll(async () => {
  server = await startServer()
  token = await server.token()
  agreementId = (await server.createAgreement({ templateId: 'coop_youth' }, token)).id
})
afterEach(() => {
  for (const live of open.splice(0)) live.close()
})
afterAll(() => server?.stop())

/** The client's own connection, with a token where a browser has its cookie. */
function connect(id = agreementId, credential = token): LiveConnection {
  class SocketWithToken extends NodeSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: { authorization: `Bearer ${credential}` } })
    }
  }
  const live = openLive(id, {
    server: server.url.replace('http', 'ws'),
    WebSocket: SocketWithToken as unknown as typeof WebSocket,
  })
  open.push(live)
  return live
}

/** Waits for a state of the connection; gives every report on the way there. */
function until(live: LiveConnection, kind: ConnectionReport['kind']): Promise<ConnectionReport['kind'][]> {
  const seen: ConnectionReport['kind'][] = []
  return new Promise((resolve) => {
    const look = () => {
      const report = reportOf(live.getState())
      if (seen.at(-1) !== report.kind) seen.push(report.kind)
      if (report.kind !== kind) return
      stop()
      resolve(seen)
    }
    const stop = live.subscribe(look)
    look()
  })
}

const write = (live: LiveConnection, text: string) => live.doc.getText('test-notes').insert(0, text)
const read = (live: LiveConnection) => live.doc.getText('test-notes').toString()

test('a page that opens connects, and then all is kept', async () => {
  expect(await until(connect(), 'allKept')).toEqual(['connecting', 'allKept'])
})

test('an edit is being kept until the server says that it is', async () => {
  const live = connect()
  await until(live, 'allKept')
  write(live, 'a')
  expect(await until(live, 'allKept')).toEqual(['keeping', 'allKept'])
})

test('what is written while the server is gone waits, is counted, and is kept after it came back', async () => {
  const live = connect()
  await until(live, 'allKept')
  const lost = until(live, 'offline')
  const back = server.restart('SIGKILL')
  await lost
  write(live, 'offline-one ')
  write(live, 'offline-two ')
  expect(reportOf(live.getState())).toEqual({ kind: 'offline', waiting: 2, onDevice: false })
  await back
  await until(live, 'allKept')
  const other = connect()
  await until(other, 'allKept')
  expect(read(other)).toContain('offline-two offline-one')
})

test.each([
  ['more than fits in one message', LIMITS.message + 1_000_000],
  ['an edit that is much larger than its agreement', LIMITS.edit + 500_000],
])(
  '%s is refused by name, is not sent again and again, and leaves the text of others',
  async (_, letters) => {
    const live = connect()
    await until(live, 'allKept')
    const before = read(live)
    write(live, 'x'.repeat(letters))
    await until(live, 'refused')
    expect(reportOf(live.getState())).toMatchObject({ kind: 'refused', reason: 'too_large' })
    const other = connect()
    await until(other, 'allKept')
    expect(read(other)).toBe(before)
    expect(reportOf(live.getState())).toMatchObject({ kind: 'refused', reason: 'too_large' })
  },
)

test('a document that is not there, and a credential that is none, end it for good with their own sentence', async () => {
  expect((await until(connect('not-there'), 'gone')).at(-1)).toBe('gone')
  expect((await until(connect(agreementId, 'not-a-token'), 'notKnown')).at(-1)).toBe('notKnown')
})
