import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

/** How often (ms) a connection is looked after. */
export const BEAT = 4_000
/** Beats without a sign of life after which a connection is taken for dead: others see its cursor until then. */
const PATIENCE = 2
/** A ping waits behind what was sent before it, so a line on which much is under way gets one more beat for each so many bytes. */
const BYTES_PER_BEAT = 128 * 1024

type Watched = { socket: WebSocket; line: Duplex; beats: number; writtenAtSign: number }

/**
 * Ends connections from which nothing comes any more: a sleeping laptop, a changed network. Beats are counted, not time: a server that
 * itself stood still for a while must not take everybody for dead.
 */
export class Heartbeat {
  readonly #watched = new Set<Watched>()
  readonly #timer: ReturnType<typeof setInterval>

  constructor(every: number = BEAT) {
    this.#timer = setInterval(() => this.#beat(), every)
    this.#timer.unref()
  }

  /** Looks after a connection until it is closed; `line` is what it runs on. */
  watch(socket: WebSocket, line: Duplex): void {
    const watched = { socket, line, beats: 0, writtenAtSign: writtenOn(line) }
    const onSign = () => {
      watched.beats = 0
      watched.writtenAtSign = writtenOn(line)
    }
    socket.on('pong', onSign)
    socket.on('message', onSign)
    socket.on('close', () => this.#watched.delete(watched))
    this.#watched.add(watched)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #beat(): void {
    for (const watched of this.#watched) {
      const { socket, line, writtenAtSign } = watched
      const underWay = writtenOn(line) - writtenAtSign
      if (watched.beats >= PATIENCE + Math.floor(underWay / BYTES_PER_BEAT)) socket.terminate()
      else if (socket.readyState === socket.OPEN) socket.ping()
      watched.beats += 1
    }
  }
}

const writtenOn = (line: Duplex): number => (line as Socket).bytesWritten ?? 0
