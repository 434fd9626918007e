import type { RoomSocket } from '../../server/rooms/room-socket.ts'

/** A connection without a network: two queues that a test flushes by hand, so that order and loss are chosen. */
export class SocketPair {
  readonly toServer: Uint8Array[] = []
  readonly toClient: Uint8Array[] = []
  /** What the server believes has not left yet. */
  buffered = 0
  /** The code the server closed with; 1006 when the client went away. */
  closeCode: number | null = null
  #onMessage: (data: Uint8Array) => void = () => {}
  #onClose: () => void = () => {}

  readonly server: RoomSocket = {
    send: (bytes) => {
      if (this.closeCode === null) this.toClient.push(bytes)
    },
    close: (code) => this.#close(code),
    bufferedAmount: () => this.buffered,
    onMessage: (listener) => {
      this.#onMessage = listener
    },
    onClose: (listener) => {
      this.#onClose = listener
    },
  }

  /** Hands the server the first `count` messages that wait for it. */
  deliverToServer(count = this.toServer.length): void {
    for (const bytes of this.toServer.splice(0, count)) if (this.closeCode === null) this.#onMessage(bytes)
  }

  /** Takes the first `count` messages that wait for the client. */
  takeForClient(count = this.toClient.length): Uint8Array[] {
    return this.toClient.splice(0, count)
  }

  /** The client goes away without a word. */
  drop(): void {
    this.toServer.length = 0
    this.#close(1006)
  }

  #close(code: number): void {
    if (this.closeCode !== null) return
    this.closeCode = code
    this.#onClose()
  }
}
