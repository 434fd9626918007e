import { blockedMemory } from './blocked-memory.ts'
import { chooseTransport } from './choose-transport.ts'
import { echoAddress, measureEcho } from './echo.ts'
import { httpSocket } from './http-socket.ts'
import { limitedTo } from './line-request.ts'

/** How long (ms) the server may need to say that it is there. */
const WITHIN = 8_000

/** What live connections of this page use as WebSocket. `wrap` makes the class that counts what passes, from a plain one. */
export function pageTransport(wrap: (Base: typeof WebSocket) => typeof WebSocket): typeof WebSocket {
  return chooseTransport({
    Socket: wrap(WebSocket),
    Line: wrap(httpSocket()),
    isReached: (address) => isServerReached(new URL(address).origin.replace(/^ws/, 'http')),
    isSocketHeard: async (address) => (await measureEcho(WebSocket, echoAddress(address), 1)) !== null,
    memory: blockedMemory(),
  })
}

/** Whether our server, and not something in between, answers over plain HTTP. */
export async function isServerReached(origin: string): Promise<boolean> {
  const limit = limitedTo(WITHIN, new AbortController().signal)
  try {
    const response = await fetch(`${origin}/healthz`, { cache: 'no-store', signal: limit.signal })
    const said: unknown = await response.json()
    return typeof said === 'object' && said !== null && 'status' in said && said.status === 'ok'
  } catch {
    return false
  } finally {
    limit.stop()
  }
}
