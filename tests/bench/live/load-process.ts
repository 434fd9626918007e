import * as Y from 'yjs'
import { step2Message, updateMessage } from '../../../server/rooms/wire.ts'
import { exhaustive } from '../../../shared/support/exhaustive.ts'
import { Crowd, type CrowdSize, type Seen, type Typed, withinTime } from './crowd.ts'
import { wanderingEdits } from './keyboard.ts'
import { LoadClient, type Place } from './load-client.ts'

/** What the bench asks of the process that plays the people; one job at a time. */
export type Job =
  | { kind: 'open'; places: Place[]; size: CrowdSize }
  | { kind: 'type'; seconds: number; patience: number }
  | { kind: 'seen' }
  | { kind: 'close' }
  | { kind: 'put'; places: Place[]; state: Uint8Array }
  | { kind: 'burst'; place: Place; edits: number }
  | { kind: 'newcomer'; place: Place; edits: number }
  | { kind: 'back'; places: Place[]; clients: number }
  | { kind: 'states'; places: Place[] }

export type Result = {
  open: null
  type: Typed
  seen: Seen[]
  close: null
  put: null
  burst: { milliseconds: number }
  newcomer: { milliseconds: number; bytes: number }
  back: { milliseconds: number }
  states: Uint8Array[]
}

let crowd: Crowd | null = null

async function answer(job: Job): Promise<Result[Job['kind']]> {
  switch (job.kind) {
    case 'open':
      crowd = await Crowd.open(job.places, job.size)
      return null
    case 'type':
      if (!crowd) throw new Error('nobody is there to type')
      return await crowd.type(job.seconds, job.patience)
    case 'seen':
      return crowd?.seen() ?? []
    case 'close':
      crowd?.close()
      crowd = null
      return null
    case 'put':
      for (const place of job.places) await put(place, job.state)
      return null
    case 'burst':
      return await burst(job.place, job.edits)
    case 'newcomer':
      return await newcomer(job.place, job.edits)
    case 'back':
      return await back(job.places, job.clients)
    case 'states':
      return await Promise.all(job.places.map((place) => stateOf(place)))
    default:
      return exhaustive(job)
  }
}

/** Gives a server the document it shall have, and waits until another can get it. */
async function put(place: Place, state: Uint8Array): Promise<void> {
  const client = new LoadClient(place)
  await client.whole
  client.say(step2Message(state))
  while ((await stateOf(place)).length < state.length);
  client.socket.close()
}

async function stateOf(place: Place): Promise<Uint8Array> {
  const client = new LoadClient(place)
  const state = await client.whole
  client.socket.close()
  return state
}

/** Milliseconds in which a server must have passed on all that one client sends. */
const PATIENCE = 90_000

/**
 * One client sends as fast as the line takes it; the time until somebody else has all of it. Rejects when the server ends one of the two, or
 * lets them wait too long.
 */
async function burst(place: Place, edits: number): Promise<Result['burst']> {
  const messages = wanderingEdits(edits).map(updateMessage)
  const [writer, reader] = [new LoadClient(place), new LoadClient(place)]
  await Promise.all([writer.whole, reader.whole])
  const arrived = untilSigns(reader, edits)
  const ended = new Promise<never>((_, reject) => {
    for (const client of [writer, reader])
      client.onEnd = () => reject(new Error('the server ended a connection'))
  })
  const send = async () => {
    for (const message of messages) if (!writer.say(message)) await writer.socket.drained()
    await arrived
  }
  const start = performance.now()
  try {
    await withinTime(Promise.race([send(), ended]), PATIENCE)
    return { milliseconds: performance.now() - start }
  } finally {
    for (const client of [writer, reader]) client.socket.close()
  }
}

function untilSigns(reader: LoadClient, signs: number): Promise<void> {
  let seen = 0
  return new Promise((resolve) => {
    reader.onUpdate = (update) => {
      for (const clock of Y.parseUpdateMeta(update).to.values()) seen = Math.max(seen, clock)
      if (seen >= signs) resolve()
    }
  })
}

/** From opening the connection to holding the whole document. */
async function newcomer(place: Place, edits: number): Promise<Result['newcomer']> {
  const start = performance.now()
  const client = new LoadClient(place)
  const state = await client.whole
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const milliseconds = performance.now() - start
  client.socket.close()
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc)).values()]
  if (Math.max(0, ...clocks) < edits) throw new Error(`expected ${edits} edits, found ${clocks.join(', ')}`)
  return { milliseconds, bytes: client.socket.received }
}

/** Everybody connects in the same moment; the time until the last one has its document. */
async function back(places: readonly Place[], clients: number): Promise<Result['back']> {
  const start = performance.now()
  const all = Array.from({ length: clients }, (_, n) => places[n % places.length]).flatMap((place) =>
    place ? new LoadClient(place) : [],
  )
  await Promise.all(all.map((client) => client.whole))
  const milliseconds = performance.now() - start
  for (const client of all) client.socket.close()
  return { milliseconds }
}

process.on('message', (job: Job) => {
  answer(job).then(
    (value) => process.send?.({ value }),
    (error) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit())
