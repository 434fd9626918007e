import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

const BINARY = 2
const CLOSE = 8
const PING = 9
const PONG = 10
/** FIN and the mask bit of RFC 6455, 5.2. */
const FIN = 0x80
const MASKED = 0x80

/**
 * The client's side of a WebSocket, as light as it can be, so that hundreds of people fit in the process that plays them: no
 * extensions, a mask of zeros, messages of the server as views of what came in.
 */
export class RawSocket {
  onMessage: (bytes: Buffer) => void = () => {}
  onClose: () => void = () => {}
  readonly opened: Promise<void>
  /** Bytes that came in, frames and all. */
  received = 0
  readonly #socket: Socket
  #rest: Buffer = Buffer.alloc(0)
  #upgraded: (() => void) | null = null

  constructor(address: string, headers: Record<string, string>) {
    const { hostname, port, pathname } = new URL(address)
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true })
    this.opened = new Promise((resolve, reject) => {
      this.#upgraded = resolve
      this.#socket.once('error', reject)
      this.#socket.once('close', () => reject(new Error(`${address} closed before it opened`)))
    })
    this.opened.catch(() => {})
    this.#socket.write(upgradeRequest(pathname, `${hostname}:${port}`, headers))
    this.#socket.on('data', (chunk) => this.#read(chunk as Buffer))
    this.#socket.on('error', () => {})
    this.#socket.on('close', () => this.onClose())
  }

  /** False when the line is full; `drained` tells when it is not any more. */
  send(...messages: Uint8Array[]): boolean {
    const frames = messages.map((bytes) => maskedFrame(BINARY, bytes))
    return this.#socket.write(frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames))
  }

  drained(): Promise<void> {
    return new Promise((resolve) => this.#socket.once('drain', resolve))
  }

  close(): void {
    this.onClose = () => {}
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    this.received += chunk.length
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    this.#rest = this.#upgraded ? this.#readHead(bytes) : this.#readFrames(bytes)
  }

  #readHead(bytes: Buffer): Buffer {
    const end = bytes.indexOf('\r\n\r\n')
    if (end < 0) return bytes
    if (bytes.toString('latin1', 9, 12) === '101') this.#upgraded?.()
    else this.#socket.destroy()
    this.#upgraded = null
    return this.#readFrames(bytes.subarray(end + 4))
  }

  /** Reads all whole frames and gives what is left. */
  #readFrames(bytes: Buffer): Buffer {
    let at = 0
    while (bytes.length - at >= 2) {
      const short = (bytes[at + 1] ?? 0) & 0x7f
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      if (bytes.length - at < head) break
      const length = short < 126 ? short : lengthAt(bytes, at + 2, head - 2)
      if (bytes.length - at < head + length) break
      this.#take((bytes[at] ?? 0) & 0x0f, bytes.subarray(at + head, at + head + length))
      at += head + length
    }
    return at === 0 ? bytes : bytes.subarray(at)
  }

  #take(kind: number, content: Buffer): void {
    if (kind === BINARY) this.onMessage(content)
    else if (kind === PING) this.#socket.write(maskedFrame(PONG, content))
    else if (kind === CLOSE) this.#socket.end()
  }
}

function lengthAt(bytes: Buffer, at: number, width: number): number {
  return width === 2 ? bytes.readUInt16BE(at) : Number(bytes.readBigUInt64BE(at))
}

function upgradeRequest(path: string, host: string, headers: Record<string, string>): string {
  const all = {
    host,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return [`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n')
}

function maskedFrame(kind: number, content: Uint8Array): Buffer {
  const { length } = content
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.alloc(head + 4 + length)
  frame[0] = FIN | kind
  if (length < 126) frame[1] = MASKED | length
  else if (length < 65_536) {
    frame[1] = MASKED | 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = MASKED | 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(content, head + 4)
  return frame
}
