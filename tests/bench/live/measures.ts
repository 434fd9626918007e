import * as Y from 'yjs'
import { TEXT } from './keyboard.ts'
import type { Load } from './load.ts'
import type { Start, Subject } from './subject.ts'

/** What is measured of one server. Each starts a server of its own, and what a server can not do is told in its cells. */

/** 20 rooms of 8, 3 of them typing. */
const ROOMS = 20
const SIZE = { clientsPerRoom: 8, typistsPerRoom: 3, keysPerSecond: 4 }
const EDITS = 50_000
const BACK = 500
const BOUND = 100
const KILL_AFTER = [4, 9, 19]

export type Context = { load: Load; start: Start; agreement: Uint8Array }
type Cells = Record<string, string>

const milliseconds = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`

/** Runs `work` on a fresh server that has `documents` documents with the agreement in them. */
async function withSubject<T>(
  { load, start, agreement }: Context,
  documents: number,
  work: (subject: Subject) => Promise<T>,
): Promise<T> {
  const subject = await start(documents)
  try {
    if (subject.needsDocuments)
      await load.ask({ kind: 'put', places: subject.places(documents), state: agreement })
    return await work(subject)
  } finally {
    await load.ask({ kind: 'close' })
    await subject.stop()
  }
}

export type Typing = { median: number; p99: number; cpuPer1000: number; arrived: number }

/** Latency, and CPU of the server for each 1,000 edits that came to another. */
export function measureTyping(context: Context): Promise<Typing> {
  return withSubject(context, ROOMS, async (subject) => {
    const { load } = context
    await load.ask({ kind: 'open', places: subject.places(ROOMS), size: SIZE })
    await load.ask({ kind: 'type', seconds: 3, patience: 5000 })
    const before = await subject.usage()
    const { median, p99, delivered, expected } = await load.ask({ kind: 'type', seconds: 8, patience: 5000 })
    const after = await subject.usage()
    const cpuPer1000 = ((after.cpu - before.cpu) / delivered) * 1000
    return { median, p99, cpuPer1000, arrived: delivered / expected }
  })
}

/** The highest number of rooms in which 99 of 100 edits arrive within 100 ms: doubled until they do not, then halved three times. */
export function measureRooms(context: Context, most = 640): Promise<Cells> {
  return withSubject(context, most, async (subject) => {
    let [holds, fails] = [0, most * 2]
    for (let rooms = 80; fails - holds > Math.max(8, holds / 12) && rooms <= most; ) {
      if (await areQuick(context.load, subject, rooms)) holds = rooms
      else fails = rooms
      rooms = fails > most ? rooms * 2 : Math.round((holds + fails) / 2)
    }
    return { [`rooms of 8, p99 < ${BOUND} ms`]: holds >= most ? `≥ ${most}` : String(holds) }
  })
}

/** A server that does not let all of them in in time is not quick. */
async function areQuick(load: Load, subject: Subject, rooms: number): Promise<boolean> {
  try {
    await load.ask({ kind: 'open', places: subject.places(rooms), size: SIZE })
  } catch {
    return false
  }
  await load.ask({ kind: 'type', seconds: 2, patience: 2000 })
  const { p99, delivered, expected } = await load.ask({ kind: 'type', seconds: 4, patience: 2000 })
  await load.ask({ kind: 'close' })
  return p99 < BOUND && delivered >= expected
}

/** A document of 50,000 edits: how fast they are taken from one client, and what somebody waits who opens it. */
export function measureLong(context: Context): Promise<Cells> {
  return withSubject(context, 1, async (subject) => {
    const { load } = context
    const [place] = subject.places(1)
    if (!place) return {}
    const burst = await best(1, () => load.ask({ kind: 'burst', place, edits: EDITS }))
    const warm = await best(3, () => load.ask({ kind: 'newcomer', place, edits: EDITS }))
    const cold = await best(3, async () => {
      await subject.restart('SIGTERM')
      const [again] = subject.places(1)
      return load.ask({ kind: 'newcomer', place: again ?? place, edits: EDITS })
    })
    return {
      'edits a second from one': burst ? perSecond(EDITS, burst.milliseconds) : 'gave up',
      'newcomer, warm': warm ? milliseconds(warm.milliseconds) : 'lost',
      'after a restart': cold ? milliseconds(cold.milliseconds) : 'lost',
      'bytes to a newcomer': warm ? `${Math.round(warm.bytes / 1000)} kB` : 'lost',
    }
  })
}

const perSecond = (count: number, milliseconds: number) =>
  Math.round((count / milliseconds) * 1000).toLocaleString('en')

/** The quickest of some; null when one of them failed. */
async function best<T extends { milliseconds: number }>(
  times: number,
  once: () => Promise<T>,
): Promise<T | null> {
  try {
    const all: T[] = []
    for (let n = 0; n < times; n += 1) all.push(await once())
    return all.reduce((a, b) => (a.milliseconds < b.milliseconds ? a : b))
  } catch {
    return null
  }
}

/** 500 people, eight to an agreement, who all come back in one moment. */
export function measureBack(context: Context): Promise<Cells> {
  const documents = Math.ceil(BACK / SIZE.clientsPerRoom)
  return withSubject(context, documents, async (subject) => {
    const ask = () => context.load.ask({ kind: 'back', places: subject.places(documents), clients: BACK })
    const quickest = await best(3, ask)
    return { [`${BACK} back at once`]: quickest ? milliseconds(quickest.milliseconds) : 'never' }
  })
}

/** Memory that a hundred rooms of 8 take in which was typed, for each. */
export function measureMemory(context: Context): Promise<Cells> {
  const rooms = 100
  return withSubject(context, rooms + 1, async (subject) => {
    const { load } = context
    const [last, ...others] = subject.places(rooms + 1).toReversed()
    await load.ask({ kind: 'states', places: last ? [last] : [] })
    const before = await subject.usage()
    await load.ask({ kind: 'open', places: others, size: SIZE })
    await load.ask({ kind: 'type', seconds: 4, patience: 5000 })
    const after = await subject.usage()
    return { 'memory a room': `${((after.memory - before.memory) / rooms / 1e6).toFixed(2)} MB` }
  })
}

/** Kills the server while people type, and looks with fresh clients what is gone of what anybody had seen. */
export function measureKills(context: Context): Promise<Cells> {
  return withSubject(context, ROOMS, async (subject) => {
    const cells: Cells = {}
    for (const seconds of KILL_AFTER)
      cells[`kill -9 after ${seconds} s`] = await lostAt(context.load, subject, seconds)
    return cells
  })
}

async function lostAt(load: Load, subject: Subject, seconds: number): Promise<string> {
  await load.ask({ kind: 'open', places: subject.places(ROOMS), size: SIZE })
  const typed = load.ask({ kind: 'type', seconds: seconds + 1, patience: 0 })
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  await subject.restart('SIGKILL')
  await typed
  const seen = await load.ask({ kind: 'seen' })
  await load.ask({ kind: 'close' })
  const states = await load.ask({ kind: 'states', places: subject.places(ROOMS) })
  const counts = states.map((state, n) => lostIn(state, seen[n] ?? new Map()))
  const [lost, all] = [sum(counts.map((one) => one.lost)), sum(counts.map((one) => one.seen))]
  return lost === 0 ? `0 of ${all}` : `${lost} of ${all}`
}

function lostIn(state: Uint8Array, seen: ReadonlyMap<number, number>): { lost: number; seen: number } {
  const doc = new Y.Doc()
  doc.getText(TEXT)
  Y.applyUpdate(doc, state)
  const kept = Y.decodeStateVector(Y.encodeStateVector(doc))
  const lost = [...seen].map(([client, clock]) => Math.max(0, clock - (kept.get(client) ?? 0)))
  return { lost: sum(lost), seen: sum(seen.values()) }
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
