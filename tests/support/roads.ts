import { WebSocket as NodeSocket } from 'ws'
import { httpSocket } from '../../client/connection/http-socket.ts'
import type { Fetch } from '../../client/connection/line-request.ts'

/** A real WebSocket that comes from the person of this name. */
export function socketRoad(name: string) {
  const made: NodeSocket[] = []
  class Socket extends NodeSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: { authorization: `Bearer ${name}` } })
      made.push(this)
    }
  }
  return {
    Socket: Socket as unknown as typeof WebSocket,
    breakOff: () => {
      for (const socket of made) socket.terminate()
    },
  }
}

/** A line over plain HTTP that comes from the person of this name. `through` lets a test stand between page and server. */
export function lineRoad(name: string, through: Fetch = fetch) {
  const life = new AbortController()
  const ask: Fetch = (address, options) => {
    const headers = { ...(options.headers as Record<string, string>), authorization: `Bearer ${name}` }
    const signal = AbortSignal.any([life.signal, ...(options.signal ? [options.signal] : [])])
    return through(address, { ...options, headers, signal })
  }
  return { Socket: httpSocket(ask), breakOff: () => life.abort() }
}
