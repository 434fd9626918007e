import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { isLoopback } from '../access/loopback.ts'
import { networkOf } from './network-of.ts'

/**
 * Open connections: in all, and of one network, behind which a whole town hall can stand. Behind a proxy all come from one address, and the
 * proxy is who counts.
 */
const MOST = { all: 10_000, network: 1000 }

/**
 * How long (ms) somebody may take to say what is asked, and how often that is looked at: often, so that a thousand who came in a rush are
 * refused over as long a rush and not in one turn, in which nobody else is heard (90 ms of processor time).
 */
export const SLOWEST = { headers: 15_000, whole: 60_000, lookEvery: 100 }

/** Ends connections beyond what the server carries as they come, so that those who are here stay. */
export function boundConnections(server: Server, isBehindProxy: boolean, most = MOST): void {
  const open = new Map<string, number>()
  server.maxConnections = most.all
  // Before Node begins to read: a connection too many costs next to nothing.
  server.prependListener('connection', (socket: Socket) => {
    const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
    if (isBehindProxy && isLoopback(address)) return
    const network = networkOf(address)
    const count = (open.get(network) ?? 0) + 1
    open.set(network, count)
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1
      if (left === 0) open.delete(network)
      else open.set(network, left)
    })
    if (count > most.network) socket.destroy()
  })
}
