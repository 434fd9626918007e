import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { SCHEMA_PREFIX, SUBPROTOCOL, SYNC_PATH } from '../../shared/protocol/live.ts'
import { isOwnOrigin } from '../access/origin.ts'
import { LIMITS } from '../rooms/limits.ts'
import type { Member, Rooms } from '../rooms/rooms.ts'
import { roomSocket } from './ws-socket.ts'

/** Who a connection is, by its credential; or the code (4401, 4403, 4404) that ends it. */
export type Authorised = { documentId: string; member: Omit<Member, 'ours' | 'schema'> } | { close: number }

export type LiveOptions = {
  rooms: Rooms
  /** Looks at cookie or bearer token; `documentIdOf` gives the document that is asked for. */
  authorise(request: IncomingMessage): Promise<Authorised>
  /** Origins whose pages may connect with a cookie, beside the one the request itself is sent to. */
  origins: readonly string[]
  /** How often (ms) a connection must show that it lives. */
  heartbeat?: number
  onError?: (error: unknown) => void
}

export type Live = {
  /** Connections that are open now. */
  connections(): number
  /** Stops listening for upgrades; `Rooms.close` ends the connections. */
  close(): void
}

/** The document in the address of a request to `/sync/<documentId>`, or null when it is no such address. */
export function documentIdOf(request: IncomingMessage): string | null {
  const [path = ''] = (request.url ?? '').split('?')
  if (!path.startsWith(SYNC_PATH)) return null
  try {
    const documentId = decodeURIComponent(path.slice(SYNC_PATH.length))
    return /^[\w.-]{1,80}$/.test(documentId) ? documentId : null
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
    const refusal = refusalOf(request, options.origins)
    if (refusal) refuseUpgrade(socket, refusal)
    else admit(sockets, options, request, socket, head)
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

/** A page elsewhere could use the cookie of a visitor, so its origin must be ours; a bearer token is never sent by itself. */
function refusalOf(request: IncomingMessage, origins: readonly string[]): string | null {
  if (documentIdOf(request) === null) return '404 Not Found'
  const { origin, authorization, host } = request.headers
  if (origin === undefined || authorization !== undefined || origins.includes(origin)) return null
  return isOwnOrigin({ origin, hostHeader: host, publicUrl: null }) ? null : '403 Forbidden'
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** The handshake is finished even for those who may not enter: only then does a browser learn the close code. */
function admit(
  sockets: WebSocketServer,
  options: LiveOptions,
  request: IncomingMessage,
  raw: Duplex,
  head: Buffer,
): void {
  const onError = () => raw.destroy()
  raw.on('error', onError)
  options.authorise(request).then(
    (authorised) => {
      raw.off('error', onError)
      sockets.handleUpgrade(request, raw, head, (socket) => enter(socket, request, options, authorised))
    },
    (error) => {
      options.onError?.(error)
      refuseUpgrade(raw, '500 Internal Server Error')
    },
  )
}

function enter(
  socket: WebSocket,
  request: IncomingMessage,
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
    const client = { ours: socket.protocol === SUBPROTOCOL, schema: schemaOf(request) }
    rooms.connect(authorised.documentId, roomSocket(socket), { ...authorised.member, ...client })
  } catch (error) {
    onError?.(error)
    socket.terminate()
  }
}

/** The number in `handslag-schema.<n>`, or null when the client names none. */
function schemaOf(request: IncomingMessage): number | null {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim())
  const named = offered.find((one) => one.startsWith(SCHEMA_PREFIX))?.slice(SCHEMA_PREFIX.length)
  return named !== undefined && /^\d{1,6}$/.test(named) ? Number(named) : null
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
