/** All that a room knows of a connection. Real sockets are adapters; tests hand in queues that they flush by hand. */
export type RoomSocket = {
  send(bytes: Uint8Array): void
  close(code: number, reason?: string): void
  /** Bytes that were sent and have not left yet. */
  bufferedAmount(): number
  onMessage(listener: (data: Uint8Array) => void): void
  onClose(listener: () => void): void
}
