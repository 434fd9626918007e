import { closeSync, fsync, openSync, writeSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/**
 * The floor: appends every update to a file, syncs it, and only then sends it to the others in the room, in groups like ours. No
 * document, no checks, no rights. `bare-relay.ts <file>`; tells its port, and its CPU seconds when asked, over IPC.
 */
const file = openSync(process.argv[2] ?? 'relay.log', 'a')
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
  process.send?.({ cpu: (user + system) / 1e6 })
})
process.on('disconnect', () => {
  closeSync(file)
  process.exit()
})
