import { WebSocket } from 'ws'
import type { RoomSocket } from '../rooms/room-socket.ts'

/** Unsupported data (RFC 6455, 7.4.1): this protocol knows no text. */
const TEXT_FRAME = 1003

/** A `ws` connection as rooms see one. A text frame ends it; broken framing and giant frames are ended by `ws` itself. */
export function roomSocket(socket: WebSocket): RoomSocket {
  return {
    send: (bytes) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes, { binary: true })
    },
    close: (code, reason) => socket.close(code, reason),
    bufferedAmount: () => socket.bufferedAmount,
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
