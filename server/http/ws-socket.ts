import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import type { RoomSocket } from '../rooms/room-socket.ts'
import { Outbox } from './outbox.ts'

/** Unsupported data (RFC 6455, 7.4.1): this protocol knows no text. */
const TEXT_FRAME = 1003

/**
 * A `ws` connection as rooms see one; `line` is what it runs on. A text frame ends it; broken framing and giant frames are ended by
 * `ws` itself. Messages go past `ws` to the line: it would frame each anew for every receiver and write it by itself. That holds
 * only as long as `ws` holds nothing back, so without compression.
 */
export function roomSocket(socket: WebSocket, line: Duplex): RoomSocket {
  const outbox = new Outbox(line)
  return {
    send: (bytes) => {
      if (socket.readyState === WebSocket.OPEN) outbox.add(bytes)
    },
    close: (code, reason) => {
      outbox.flush()
      socket.close(code, reason)
    },
    bufferedAmount: () => socket.bufferedAmount + outbox.bytes,
    onMessage: (listener) => {
      socket.on('message', (data, isBinary) => {
        if (isBinary) listener(data as Uint8Array)
        else socket.close(TEXT_FRAME)
      })
    },
    onClose: (listener) => {
      socket.on('close', listener)
    },
  }
}
