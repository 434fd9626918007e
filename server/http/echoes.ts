import { ECHO_LIMITS } from '../../shared/protocol/line.ts'
import { CLOSE } from '../../shared/protocol/live.ts'
import type { RoomSocket } from '../rooms/room-socket.ts'
import { Pace } from './pace.ts'

/** A hall of people behind one address may test at once; nobody may keep the server busy with it. */
const BOUNDS = { open: 200, openPerAddress: 20, perMinute: 120 }

/** RFC 6455, 7.4.1: done what it was for. */
const DONE = 1000

/** Connections that answer with what they are sent, for the page that tests a network. Short, few, and open to whoever may see that page. */
export class Echoes {
  readonly #open = new Map<RoomSocket, string>()
  readonly #pace = new Pace(BOUNDS.perMinute)

  /** Whether one more may open from this address. */
  allows(address: string): boolean {
    const ofAddress = [...this.#open.values()].filter((one) => one === address).length
    const hasRoom = this.#open.size < BOUNDS.open && ofAddress < BOUNDS.openPerAddress
    return this.#pace.allows(address, Date.now()) && hasRoom
  }

  /** Answers a connection until it has said enough or its time is over. */
  serve(socket: RoomSocket, address: string): void {
    this.#open.set(socket, address)
    const timer = setTimeout(() => socket.close(DONE), ECHO_LIMITS.time)
    timer.unref()
    let said = 0
    socket.onMessage((bytes) => {
      said += 1
      if (bytes.length > ECHO_LIMITS.bytes) socket.close(CLOSE.tooLarge)
      else if (said > ECHO_LIMITS.messages) socket.close(CLOSE.tooMuch)
      else socket.send(bytes)
    })
    socket.onClose(() => {
      clearTimeout(timer)
      this.#open.delete(socket)
    })
  }

  /** Ends them all. */
  close(): void {
    for (const socket of [...this.#open.keys()]) socket.close(CLOSE.goingDown)
  }
}
