import { closeSync, fsync, openSync, writeSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type WebSocket, WebSocketServer } from 'ws'

/**
 * The floor: appends every update to a file, syncs it, and only then sends it to the others in the room, in groups like ours. No
 * document, no checks, no rights. Who asks for the document gets an empty one. `bare-relay.ts <folder>`; tells its port, and its usage when
 * asked, over IPC.
 */
const file = openSync(join(process.argv[2] ?? '.', 'relay.log'), 'a')
/** y-protocols: sync step 1 in, step 2 with nothing in it out. */
const ASKS = [0, 0]
const EMPTY_ANSWER = Buffer.of(0, 1, 2, 0, 0)
const rooms = new Map<string, Set<WebSocket>>()
type Waiting = { bytes: Buffer; from: WebSocket; room: Set<WebSocket> }
let gathering: Waiting[] = []
let syncing = false

function relay({ bytes, from, room }: Waiting): void {
  for (const socket of room) if (socket !== from) socket.send(bytes, { binary: true })
}

function syncNext(): void {
  if (syncing || gathering.length === 0) return
  const batch = gathering
  gathering = []
  syncing = true
  writeSync(file, Buffer.concat(batch.map((one) => one.bytes)))
  fsync(file, () => {
    syncing = false
    for (const one of batch) relay(one)
    syncNext()
  })
}

const server = createServer()
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket, request) => {
  const name = request.url ?? ''
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room.add(socket))
  socket.on('close', () => room.delete(socket))
  socket.on('message', (data) => {
    const message = { bytes: data as Buffer, from: socket, room }
    if (message.bytes[0] === ASKS[0] && message.bytes[1] === ASKS[1]) {
      socket.send(EMPTY_ANSWER, { binary: true })
      return
    }
    if (message.bytes[0] === 1) {
      relay(message)
      return
    }
    gathering.push(message)
    setImmediate(syncNext)
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: (user + system) / 1e6, memory: process.memoryUsage.rss() })
})
process.on('disconnect', () => {
  closeSync(file)
  process.exit()
})
