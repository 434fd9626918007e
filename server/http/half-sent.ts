import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { CLOSE } from '../../shared/protocol/live.ts'
import { LIMITS } from '../rooms/limits.ts'

/**
 * Bytes of messages that are not whole yet, of all connections of one owner together. A message may be large, and somebody may have many
 * connections; half of a large one on each would fill the memory, and everybody would wait while it is given back.
 */
export class HalfSent {
  readonly #most: number
  readonly #held = new Map<string, number>()

  constructor(most: number = LIMITS.halfSent) {
    this.#most = most
  }

  /** Counts so many more of this owner (less, when below zero); false when that are more than anybody may have half sent. */
  count(owner: string, bytes: number): boolean {
    const held = (this.#held.get(owner) ?? 0) + bytes
    if (held > 0) this.#held.set(owner, held)
    else this.#held.delete(owner)
    return held <= this.#most
  }

  /**
   * Counts what comes in on `line` until a message is whole. The connection by which it becomes too much is ended with 4529, and nothing more of it is
   * read; what it holds counts until it is gone.
   */
  watch(owner: string, socket: WebSocket, line: Duplex): void {
    let held = 0
    const hold = (bytes: number) => {
      const isAllowed = this.count(owner, bytes - held)
      held = bytes
      return isAllowed
    }
    // Before `ws` reads the same bytes: what makes a message whole is then counted and forgotten again.
    line.prependListener('data', (bytes: Uint8Array) => {
      if (!hold(held + bytes.length)) endUnread(socket, line, CLOSE.tooMuch)
    })
    socket.on('message', () => hold(0))
    socket.on('close', () => hold(0))
  }
}

/** Bytes that an honest client may have on their way when it hears that its connection is ended, and how long (ms) who sends more may take to hear it. */
const ON_THEIR_WAY = 64 * 1024
const LONGEST_FAREWELL = 1_000

/**
 * Ends a connection of which nothing more is of interest. Closed in the usual way, it would go on to gather what comes until the other end
 * answers. A little more is read and thrown away, because what is left unread makes the system take back the word why; who sends more than that
 * is left standing for a moment, and then cut off.
 */
export function endUnread(socket: WebSocket, line: Duplex, code: number, reason?: string): void {
  let left = ON_THEIR_WAY
  line.removeAllListeners('data')
  line.on('data', ({ length }: Uint8Array) => {
    left -= length
    if (left >= 0) return
    line.pause()
    setTimeout(() => socket.terminate(), LONGEST_FAREWELL).unref()
  })
  line.resume()
  socket.close(code, reason)
  line.end()
}
