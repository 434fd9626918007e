import { Load } from './live/load.ts'
import {
  type Context,
  measureBack,
  measureKills,
  measureLong,
  measureMemory,
  measureRooms,
  measureTyping,
  type Typing,
} from './live/measures.ts'
import { startOurs } from './live/ours.ts'
import { startBareRelay, startHocuspocus, startYWebsocketServer } from './live/peers.ts'
import type { Start } from './live/subject.ts'
import type { Table } from './table.ts'

type Peer = { name: string; start: Start; keepsDocuments: boolean }
const PEERS: readonly Peer[] = [
  { name: 'bare relay that syncs first (the floor)', start: startBareRelay, keepsDocuments: false },
  { name: 'Hocuspocus + SQLite', start: startHocuspocus, keepsDocuments: true },
  { name: '@y/websocket-server in memory', start: startYWebsocketServer, keepsDocuments: true },
  { name: 'Handslag, durable', start: startOurs, keepsDocuments: true },
]

type Cells = Record<string, string>
type Contexts = readonly (Context & Peer)[]

/** The rows, and what gives them. */
const MEASURES: Record<string, (contexts: Contexts) => Promise<Cells[]>> = {
  typing: typing,
  rooms: (contexts) => each(contexts, (context) => measureRooms(context)),
  long: (contexts) => each(keeping(contexts), measureLong),
  back: (contexts) => each(keeping(contexts), measureBack),
  memory: (contexts) => each(keeping(contexts), measureMemory),
  kill: (contexts) => each(keeping(contexts), measureKills),
}

/** Ours and its peers side by side, with the same people in the same agreement. `only`: names of measures, or none for all. */
export async function measureLive(only: readonly string[]): Promise<readonly Table[]> {
  const load = new Load()
  try {
    const agreement = await anAgreement(load)
    const contexts = PEERS.map((peer) => ({ ...peer, load, agreement }))
    const tables: Table[] = []
    for (const [name, measure] of Object.entries(MEASURES)) {
      if (only.length === 0 || only.includes(name)) tables.push(tableOf(name, await measure(contexts)))
    }
    return tables
  } finally {
    await load.stop()
  }
}

const keeping = (contexts: Contexts) => contexts.filter((one) => one.keepsDocuments)

async function each(contexts: Contexts, measure: (context: Context) => Promise<Cells>): Promise<Cells[]> {
  const rows: Cells[] = []
  for (const context of contexts) rows.push({ server: context.name, ...(await measure(context)) })
  return rows
}

/** Two rounds, all servers in each, so that what else the machine does hits all; the quieter one counts. */
async function typing(contexts: Contexts): Promise<Cells[]> {
  const rounds: Typing[][] = []
  for (let round = 0; round < 2; round += 1) {
    const found: Typing[] = []
    for (const context of contexts) found.push(await measureTyping(context))
    rounds.push(found)
  }
  const quiet = contexts.map((_, n) => rounds.map((round) => round[n]).reduce(quieter))
  const hocuspocus = quiet[1]
  return contexts.map(({ name }, n) => ({ server: name, ...typingCells(quiet[n], hocuspocus) }))
}

const quieter = (a: Typing | undefined, b: Typing | undefined) => (a && b && a.p99 < b.p99 ? a : b)

function typingCells(one: Typing | undefined, hocuspocus: Typing | undefined): Cells {
  if (!one || !hocuspocus) return {}
  return {
    'median edit to peer': `${one.median.toFixed(1)} ms`,
    p99: `${one.p99.toFixed(1)} ms`,
    'to Hocuspocus': `× ${(one.p99 / hocuspocus.p99).toFixed(2)}`,
    arrived: `${(one.arrived * 100).toFixed(1)} %`,
    'CPU s per 1,000': one.cpuPer1000.toFixed(3),
    'CPU to Hocuspocus': `× ${(one.cpuPer1000 / hocuspocus.cpuPer1000).toFixed(2)}`,
  }
}

/** The text that all servers get: an agreement as ours makes it. */
async function anAgreement(load: Load): Promise<Uint8Array> {
  const ours = await startOurs(1)
  try {
    const [state] = await load.ask({ kind: 'states', places: ours.places(1) })
    return state ?? new Uint8Array()
  } finally {
    await ours.stop()
  }
}

function tableOf(name: string, rows: readonly Cells[]): Table {
  const columns = Object.keys(rows[0] ?? {})
  return {
    title: `Live, ${name}`,
    columns,
    rows: rows.map((cells) => columns.map((column) => cells[column] ?? '')),
  }
}
