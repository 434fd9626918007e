import { signsIn } from './keyboard.ts'
import { LoadClient, type Place } from './load-client.ts'

export type CrowdSize = { clientsPerRoom: number; typistsPerRoom: number; keysPerSecond: number }
export type Typed = { median: number; p99: number; delivered: number; expected: number }

/** Which signs of whom some people of a room have seen: the clock behind the newest, by client id. */
export type Seen = Map<number, number>

/** Milliseconds in which everybody must be in. */
const OPENING = 30_000

class Room {
  readonly clients: LoadClient[]
  readonly typists: LoadClient[]
  readonly #seen: Seen[]
  readonly #sentAt = new Map<number, number[]>()

  constructor(place: Place, size: CrowdSize, onArrival: (milliseconds: number) => void) {
    this.clients = Array.from({ length: size.clientsPerRoom }, () => new LoadClient(place))
    this.typists = this.clients.slice(0, size.typistsPerRoom)
    this.#seen = this.clients.map(() => new Map())
    for (const { keyboard } of this.typists) this.#sentAt.set(keyboard.clientId, [])
    this.clients.forEach((client, n) => {
      client.onUpdate = (update) => this.#hear(client, this.#seen[n] ?? new Map(), update, onArrival)
    })
  }

  strike(typist: LoadClient): void {
    this.#sentAt.get(typist.keyboard.clientId)?.push(performance.now())
    typist.strike()
  }

  /** What anybody but its writer has seen. */
  seenByAny(): Seen {
    const all: Seen = new Map()
    for (const seen of this.#seen) {
      for (const [id, clock] of seen) all.set(id, Math.max(clock, all.get(id) ?? 0))
    }
    return all
  }

  /** A sign counts once for each person who did not type it, however often it comes. */
  #hear(client: LoadClient, seen: Seen, update: Uint8Array, onArrival: (ms: number) => void): void {
    const now = performance.now()
    signsIn(update, (clientId, from, to) => {
      const sentAt = this.#sentAt.get(clientId)
      if (!sentAt || clientId === client.keyboard.clientId) return
      for (let clock = Math.max(from, seen.get(clientId) ?? 0); clock < to; clock += 1) {
        onArrival(now - (sentAt[clock] ?? now))
      }
      seen.set(clientId, Math.max(to, seen.get(clientId) ?? 0))
    })
  }
}

/** People in many rooms, some of whom type. */
export class Crowd {
  readonly #size: CrowdSize
  readonly #rooms: Room[]
  #latencies: number[] = []

  private constructor(places: readonly Place[], size: CrowdSize) {
    this.#size = size
    this.#rooms = places.map((place) => new Room(place, size, (ms) => this.#latencies.push(ms)))
  }

  /** Resolves when everybody has the document. Rejects when somebody is sent away, or does not have it after half a minute. */
  static async open(places: readonly Place[], size: CrowdSize): Promise<Crowd> {
    const crowd = new Crowd(places, size)
    const all = Promise.all(crowd.#rooms.flatMap((room) => room.clients.map((client) => client.whole)))
    try {
      await withinTime(all, OPENING)
      return crowd
    } catch (error) {
      crowd.close()
      throw error
    }
  }

  /** Everybody types at moments of their own; resolves when all has arrived, or `patience` ms after the last key. */
  async type(seconds: number, patience: number): Promise<Typed> {
    this.#latencies = []
    const strokes = await this.#strikeAll(seconds)
    const expected = strokes * (this.#size.clientsPerRoom - 1)
    await until(() => this.#latencies.length >= expected, patience)
    const sorted = Float64Array.from(this.#latencies).sort()
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.POSITIVE_INFINITY
    return { median: at(0.5), p99: at(0.99), delivered: sorted.length, expected }
  }

  seen(): Seen[] {
    return this.#rooms.map((room) => room.seenByAny())
  }

  close(): void {
    for (const room of this.#rooms) for (const client of room.clients) client.socket.close()
  }

  async #strikeAll(seconds: number): Promise<number> {
    const every = 1000 / this.#size.keysPerSecond
    const typists = this.#rooms.flatMap((room) => room.typists.map((typist) => ({ room, typist })))
    let strokes = 0
    const timers: NodeJS.Timeout[] = []
    const strike = ({ room, typist }: (typeof typists)[number]) => {
      strokes += 1
      room.strike(typist)
    }
    typists.forEach((one, n) => {
      const begin = () => timers.push(setInterval(() => strike(one), every))
      timers.push(setTimeout(begin, (every * n) / typists.length))
    })
    await pause(seconds * 1000)
    for (const timer of timers) clearTimeout(timer)
    return strokes
  }
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Rejects when the work is not done in so many milliseconds. */
export async function withinTime(work: Promise<unknown>, atMost: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${atMost} ms`)), atMost)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

async function until(holds: () => boolean, atMost: number): Promise<void> {
  const end = performance.now() + atMost
  while (!holds() && performance.now() < end) await pause(20)
}
