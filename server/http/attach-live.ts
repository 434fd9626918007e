import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { ECHO_DOCUMENT, ECHO_LIMITS } from '../../shared/protocol/line.ts'
import { CLOSE, SUBPROTOCOL, SYNC_PATH } from '../../shared/protocol/live.ts'
import { isLoopback } from '../access/loopback.ts'
import { LIMITS } from '../rooms/limits.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Echoes } from './echoes.ts'
import { endUnread, HalfSent } from './half-sent.ts'
import { Heartbeat } from './heartbeat.ts'
import {
  type Authorise,
  type Authorised,
  clientOf,
  isDocumentId,
  isForeignPage,
  type Live,
} from './live-entry.ts'
import { roomSocket } from './ws-socket.ts'

/**
 * Sockets one person may have open: some dozens of tabs and devices. It is for those who come with a cookie, who can be anybody with a
 * link; a token is made by who runs the server, and may carry as many as a program needs.
 */
export const SOCKETS_PER_PERSON = 64

/** What those behind one address may have half sent to be answered with the same: more than as many honest tests as may run. */
const ECHOES_HALF_SENT = 64 * ECHO_LIMITS.bytes

export type LiveOptions = {
  rooms: Rooms
  authorise: Authorise
  /** Origins whose pages may connect with a cookie, beside the one the request itself is sent to. */
  origins: readonly string[]
  echoes: Echoes
  /** Something in front of the server on this machine says for whom it asks. */
  isBehindProxy?: boolean
  /** How often (ms) a connection is looked after. */
  heartbeat?: number
  onError?: (error: unknown) => void
}

/** The document in the address of a request to `/sync/<documentId>`, or null when it is no such address. */
function documentIdOf(request: IncomingMessage): string | null {
  const [path = ''] = (request.url ?? '').split('?')
  if (!path.startsWith(SYNC_PATH)) return null
  try {
    const documentId = decodeURIComponent(path.slice(SYNC_PATH.length))
    return isDocumentId(documentId) || documentId === ECHO_DOCUMENT ? documentId : null
  } catch {
    return null
  }
}

/** Takes over the upgrades of `server`: checks address and origin, asks who it is, and hands the connection to its room. */
export function attachLive(server: Server, options: LiveOptions): Live {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: LIMITS.message,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  const heartbeat = new Heartbeat(options.heartbeat)
  sockets.on('connection', (socket: WebSocket, { socket: line }: IncomingMessage) =>
    heartbeat.watch(socket, line),
  )
  const counts = { open: new Map<string, number>(), halfSent: new HalfSent() }
  const echoesHalfSent = new HalfSent(ECHOES_HALF_SENT)
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const documentId = documentIdOf(request)
    if (documentId === null) refuseUpgrade(socket, '404 Not Found')
    else if (isForeignPage(request.headers, options.origins)) refuseUpgrade(socket, '403 Forbidden')
    else if (documentId === ECHO_DOCUMENT)
      echo(sockets, options, echoesHalfSent, { request, raw: socket, head })
    else admit(sockets, options, documentId, counts, { request, raw: socket, head })
  }
  server.on('upgrade', upgrade)
  return {
    connections: () => sockets.clients.size,
    close: () => {
      server.off('upgrade', upgrade)
      heartbeat.stop()
    },
    farewell: async () => {},
  }
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

type Upgrade = { request: IncomingMessage; raw: Duplex; head: Buffer }

/** The handshake is finished even for those who may not enter: only then does a browser learn the close code. */
function admit(
  sockets: WebSocketServer,
  options: LiveOptions,
  documentId: string,
  counts: Counts,
  upgrade: Upgrade,
): void {
  const { request, raw, head } = upgrade
  const onError = () => raw.destroy()
  raw.on('error', onError)
  options.authorise(request.headers, documentId).then(
    (authorised) => {
      raw.off('error', onError)
      sockets.handleUpgrade(request, raw, head, (socket) => {
        // Broken framing arrives here as an error; `ws` closes the connection with the fitting code.
        socket.on('error', () => {})
        sockets.emit('connection', socket, request)
        if ('close' in authorised) endUnread(socket, raw, authorised.close)
        else if (hasRoomFor(socket, upgrade, authorised, counts)) enter(socket, upgrade, options, authorised)
        else endUnread(socket, raw, CLOSE.tooMuch, 'too many connections of one person')
      })
    },
    (error) => {
      options.onError?.(error)
      refuseUpgrade(raw, '500 Internal Server Error')
    },
  )
}

type Admitted = Exclude<Authorised, { close: number }>
type Counts = { open: Map<string, number>; halfSent: HalfSent }

/** Counts the open sockets of each person, and what is half sent on them; false when there are too many with this one. */
function hasRoomFor(
  socket: WebSocket,
  { request, raw }: Upgrade,
  { member: { personId } }: Admitted,
  { open, halfSent }: Counts,
): boolean {
  if (request.headers.authorization !== undefined) return true
  const count = (open.get(personId) ?? 0) + 1
  if (count > SOCKETS_PER_PERSON) return false
  open.set(personId, count)
  socket.on('close', () => {
    const left = (open.get(personId) ?? 1) - 1
    if (left > 0) open.set(personId, left)
    else open.delete(personId)
  })
  halfSent.watch(personId, socket, raw)
  return true
}

function enter(
  socket: WebSocket,
  { request, raw }: Upgrade,
  { rooms, onError }: LiveOptions,
  authorised: Admitted,
): void {
  try {
    rooms.connect(authorised.documentId, roomSocket(socket, raw), {
      ...authorised.member,
      ...clientOf(offeredBy(request)),
    })
  } catch (error) {
    onError?.(error)
    socket.terminate()
  }
}

/** Answers the test of a network; nobody needs to be known for that. */
function echo(sockets: WebSocketServer, options: LiveOptions, halfSent: HalfSent, upgrade: Upgrade): void {
  const { request, raw, head } = upgrade
  const address = addressOf(request, options.isBehindProxy ?? false)
  if (!options.echoes.allows(address)) return refuseUpgrade(raw, '429 Too Many Requests')
  return sockets.handleUpgrade(request, raw, head, (socket) => {
    socket.on('error', () => {})
    sockets.emit('connection', socket, request)
    halfSent.watch(address, socket, raw)
    options.echoes.serve(roomSocket(socket, raw), address)
  })
}

/** Only what stands in front of the server on this machine may say for whom it asks. */
function addressOf({ socket, headers }: IncomingMessage, isBehindProxy: boolean): string {
  const direct = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  if (!isBehindProxy || !isLoopback(direct)) return direct
  return (
    String(headers['x-forwarded-for'] ?? direct)
      .split(',')
      .at(-1)
      ?.trim() ?? direct
  )
}

function offeredBy(request: IncomingMessage): string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim())
}
