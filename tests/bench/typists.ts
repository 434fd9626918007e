import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodePresence } from '../../server/rooms/presence.ts'
import { awarenessMessage, updateMessage } from '../../server/rooms/wire.ts'

export type Load = {
  addresses: readonly string[]
  typistsPerRoom: number
  keysPerSecond: number
  seconds: number
}
export type Measured = { latencies: number[]; delivered: number; typed: number }

/** Marks a key stroke inside an update, so that whoever gets the update knows which one it is without reading it. */
const mark = (number: number) => `#${String(number).padStart(7, '0')};`
const MARKS = /#(\d{7});/g

/** When each stroke was sent, by its number. */
type Strokes = { sentAt: number[] }

class Typist {
  readonly #socket: WebSocket
  readonly #doc = new Y.Doc()
  #clock = 0

  constructor(address: string, headers: Record<string, string>, onArrival: (marks: number[]) => void) {
    this.#socket = new WebSocket(address, { headers, perMessageDeflate: false })
    this.#socket.on('message', (data) => onArrival(marksIn(data as Buffer)))
    this.#doc.on('update', (update) => this.#socket.send(updateMessage(update)))
  }

  opened(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.once('open', () => resolve())
      this.#socket.once('error', reject)
      this.#socket.once('close', (code) => reject(new Error(`the server closed with ${code}`)))
    })
  }

  /** One key, and the cursor behind it. */
  strike(number: number): void {
    const text = this.#doc.getText('bench')
    text.insert(text.length, mark(number))
    this.#clock += 1
    const state = JSON.stringify({ cursor: { anchor: text.length, head: text.length } })
    const cursor = encodePresence([{ clientId: this.#doc.clientID, clock: this.#clock, state }])
    this.#socket.send(awarenessMessage(cursor))
  }

  close(): void {
    this.#socket.terminate()
  }
}

function marksIn(bytes: Buffer): number[] {
  return bytes[0] === 0 ? [...bytes.toString('latin1').matchAll(MARKS)].map((found) => Number(found[1])) : []
}

/** Lets people type in every room at their own moments, and gives the time from each stroke to each other person in the room. */
export async function type(load: Load, headers: Record<string, string>): Promise<Measured> {
  const strokes: Strokes = { sentAt: [] }
  const latencies: number[] = []
  const onArrival = (marks: number[]) => {
    const now = performance.now()
    for (const number of marks) latencies.push(now - (strokes.sentAt[number] ?? now))
  }
  const typists = load.addresses.flatMap((address) =>
    Array.from({ length: load.typistsPerRoom }, () => new Typist(address, headers, onArrival)),
  )
  await Promise.all(typists.map((typist) => typist.opened()))
  await strikeAll(typists, load, strokes)
  const expected = strokes.sentAt.length * (load.typistsPerRoom - 1)
  await until(() => latencies.length >= expected, 5000)
  for (const typist of typists) typist.close()
  return { latencies, delivered: latencies.length, typed: strokes.sentAt.length }
}

async function strikeAll(typists: readonly Typist[], load: Load, { sentAt }: Strokes): Promise<void> {
  const every = 1000 / load.keysPerSecond
  const timers = typists.map((typist, n) => {
    const strike = () => typist.strike(sentAt.push(performance.now()) - 1)
    const start = setTimeout(() => timers.push(setInterval(strike, every)), (every * n) / typists.length)
    return start
  })
  await pause(load.seconds * 1000)
  for (const timer of timers) clearTimeout(timer)
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function until(holds: () => boolean, atMost: number): Promise<void> {
  const end = performance.now() + atMost
  while (!holds() && performance.now() < end) await pause(20)
}
