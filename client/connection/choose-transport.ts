import type { BlockedMemory } from './blocked-memory.ts'

export type TransportParts = {
  Socket: typeof WebSocket
  /** The same over plain HTTP. */
  Line: typeof WebSocket
  /** Whether plain HTTP reaches the server that a socket's address names. */
  isReached: (address: string) => Promise<boolean>
  /** Whether a socket to that server comes through now. */
  isSocketHeard: (address: string) => Promise<boolean>
  memory: BlockedMemory
}

/** A socket that does not open for so long (ms) is held up on the way. */
const OPENING = 10_000
/** How often (ms) sockets are tried again while a line does the work. */
const TRY_AGAIN = 10 * 60_000
/** Codes from here on are words of our server: the way to it is open. */
const OWN_CODES = 4000

/**
 * A class to be used as a WebSocket: each time it is made it gives a socket, or a line when sockets do not come through here although
 * plain HTTP does. A server that is down is no such network: what counts is a socket that fails *between* two answers over HTTP.
 */
export function chooseTransport(parts: TransportParts): typeof WebSocket {
  const choice = new Choice(parts)
  // A function that returns an object can be called with `new`; an arrow function can not.
  function Chosen(url: string, protocols: string[]): WebSocket {
    return choice.make(url, protocols)
  }
  return Chosen as unknown as typeof WebSocket
}

class Choice {
  readonly #parts: TransportParts
  #usesLine: boolean
  /** HTTP reached the server after the last socket had failed. */
  #isSuspected = false

  constructor(parts: TransportParts) {
    this.#parts = parts
    this.#usesLine = parts.memory.isBlocked()
  }

  make(url: string, protocols: string[]): WebSocket {
    return this.#usesLine ? this.#makeLine(url, protocols) : this.#makeSocket(url, protocols)
  }

  #makeSocket(url: string, protocols: string[]): WebSocket {
    const socket = new this.#parts.Socket(url, protocols)
    const wasSuspected = this.#isSuspected
    const heldUp = setTimeout(() => socket.readyState === socket.CONNECTING && socket.close(), OPENING)
    whenOver(socket, (isHeard) => {
      clearTimeout(heldUp)
      if (isHeard) this.#isSuspected = false
      else this.#suspect(url, wasSuspected)
    })
    return socket
  }

  async #suspect(url: string, wasSuspected: boolean): Promise<void> {
    const isReached = await this.#parts.isReached(url)
    this.#isSuspected = isReached
    if (!isReached || !wasSuspected) return
    this.#usesLine = true
    this.#parts.memory.remember()
  }

  /** A line that does not come through either is no better than a socket: the next one is a socket again. */
  #makeLine(url: string, protocols: string[]): WebSocket {
    const line = new this.#parts.Line(url, protocols)
    const tryAgain = () => this.#trySocket(url)
    // What an earlier page found out may be true no longer.
    line.addEventListener('open', tryAgain, { once: true })
    const timer = setInterval(tryAgain, TRY_AGAIN)
    whenOver(line, (isHeard) => {
      clearInterval(timer)
      if (!isHeard) this.#usesLine = false
    })
    return line
  }

  /** The line goes on as long as it lives; the next connection is a socket when one comes through again. */
  async #trySocket(url: string): Promise<void> {
    if (!(await this.#parts.isSocketHeard(url))) return
    this.#usesLine = false
    this.#isSuspected = false
    this.#parts.memory.forget()
  }
}

/** Tells when a connection is over, and whether the server was heard on it. */
function whenOver(socket: WebSocket, then: (isHeard: boolean) => void): void {
  let isHeard = false
  socket.addEventListener('message', () => {
    isHeard = true
  })
  socket.addEventListener('close', ({ code }) => then(isHeard || code >= OWN_CODES))
}
