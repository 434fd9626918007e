import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { ECHO_DOCUMENT } from '../../shared/protocol/line.ts'
import { SUBPROTOCOL, SYNC_PATH } from '../../shared/protocol/live.ts'
import { isLoopback } from '../access/loopback.ts'
import { LIMITS } from '../rooms/limits.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Echoes } from './echoes.ts'
import {
  type Authorise,
  type Authorised,
  clientOf,
  isDocumentId,
  isForeignPage,
  type Live,
} from './live-entry.ts'
import { roomSocket } from './ws-socket.ts'

export type LiveOptions = {
  rooms: Rooms
  authorise: Authorise
  /** Origins whose pages may connect with a cookie, beside the one the request itself is sent to. */
  origins: readonly string[]
  echoes: Echoes
  /** Something in front of the server on this machine says for whom it asks. */
  isBehindProxy?: boolean
  /** How often (ms) a connection must show that it lives. */
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
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const documentId = documentIdOf(request)
    if (documentId === null) refuseUpgrade(socket, '404 Not Found')
    else if (isForeignPage(request.headers, options.origins)) refuseUpgrade(socket, '403 Forbidden')
    else if (documentId === ECHO_DOCUMENT) echo(sockets, options, { request, raw: socket, head })
    else admit(sockets, options, documentId, { request, raw: socket, head })
  }
  server.on('upgrade', upgrade)
  const stopHeartbeat = startHeartbeat(sockets, options.heartbeat ?? 15_000)
  return {
    connections: () => sockets.clients.size,
    close: () => {
      server.off('upgrade', upgrade)
      stopHeartbeat()
    },
  }
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

type Upgrade = { request: IncomingMessage; raw: Duplex; head: Buffer }

/** The handshake is finished even for those who may not enter: only then does a browser learn the close code. */
function admit(sockets: WebSocketServer, options: LiveOptions, documentId: string, upgrade: Upgrade): void {
  const { request, raw, head } = upgrade
  const onError = () => raw.destroy()
  raw.on('error', onError)
  options.authorise(request.headers, documentId).then(
    (authorised) => {
      raw.off('error', onError)
      sockets.handleUpgrade(request, raw, head, (socket) => enter(socket, upgrade, options, authorised))
    },
    (error) => {
      options.onError?.(error)
      refuseUpgrade(raw, '500 Internal Server Error')
    },
  )
}

function enter(
  socket: WebSocket,
  { request, raw }: Upgrade,
  { rooms, onError }: LiveOptions,
  authorised: Authorised,
): void {
  // Broken framing arrives here as an error; `ws` closes the connection with the fitting code.
  socket.on('error', () => {})
  if ('close' in authorised) {
    socket.close(authorised.close)
    return
  }
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
function echo(sockets: WebSocketServer, options: LiveOptions, upgrade: Upgrade): void {
  const { request, raw, head } = upgrade
  const address = addressOf(request, options.isBehindProxy ?? false)
  if (!options.echoes.allows(address)) return refuseUpgrade(raw, '429 Too Many Requests')
  return sockets.handleUpgrade(request, raw, head, (socket) => {
    socket.on('error', () => {})
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

/** Ends connections that have not answered the last ping: a sleeping laptop, a changed network. */
function startHeartbeat(sockets: WebSocketServer, every: number): () => void {
  const silent = new Map<WebSocket, boolean>()
  const beat = (socket: WebSocket) => {
    if (!silent.has(socket)) {
      socket.on('pong', () => silent.set(socket, false))
      socket.on('close', () => silent.delete(socket))
    }
    if (silent.get(socket)) return socket.terminate()
    silent.set(socket, true)
    return socket.ping()
  }
  const timer = setInterval(() => sockets.clients.forEach(beat), every)
  timer.unref()
  return () => clearInterval(timer)
}
