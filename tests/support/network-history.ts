import { expect } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '../../server/rooms/limits.ts'
import { createRooms, type Member, type Rooms } from '../../server/rooms/rooms.ts'
import type { DocumentLog } from '../../server/storage/document-log.ts'
import { LISTS, type ListField } from '../../shared/agreement/schema-walk.ts'
import { removedIds } from '../../shared/document/article-edit.ts'
import { fragmentOf, groupMap, listMap } from '../../shared/document/layout.ts'
import { newDocument } from '../../shared/document/new-document.ts'
import { readAgreement, readRecord } from '../../shared/document/read.ts'
import { writeAgreement } from '../../shared/document/write.ts'
import { agreement, clauses } from './agreement.ts'
import { doSomething } from './agreement-deeds.ts'
import { DiskInHand } from './disk-in-hand.ts'
import { HandClock } from './hand-clock.ts'
import { member, turn } from './live-peer.ts'
import { Participant } from './participant.ts'
import { oneOf, type Random, seeded } from './seeded.ts'

/** What nobody may get into the document. */
const FORBIDDEN = 'FORBIDDEN'
const DOCUMENT = 'd1'
/** Snapshots come often here, so that they meet everything else. */
const TAILS = { busy: 8, closing: 2 }

const START = agreement({
  parties: [
    { id: 'p1', name: 'Gemeente', role: 'municipality' },
    { id: 'p2', name: 'Jeugdhulp', role: 'youth_care_provider' },
  ],
  tasks: [{ id: 't1', title: 'Bellen', partyIds: ['p1'] }],
  articles: [
    { id: 'a1', heading: 'Doel', body: clauses('Wij werken samen. ', 'Wij overleggen. ') },
    { id: 'a2', heading: 'Duur', body: clauses('Een jaar. ') },
  ],
})

type World = {
  random: Random
  disk: DiskInHand
  clock: HandClock
  rooms: Rooms
  /** Those who may write. */
  writers: Participant[]
  /** Those whose writes must never land: a reader, an older page, somebody who writes under another's id. */
  forbidden: { reader: Participant; older: Participant; forger: Participant }
  /** Whose page used a client id. */
  owners: Map<number, string>
  errors: unknown[]
  names: { id: number; word: number }
  /** Every word that was typed on a page whose copy is there; and what somebody took out of the text while it was in their sight. */
  words: { typed: Set<string>; meant: Set<string> }
  done: string[]
}

/** Each word is one sign that stands nowhere else, so that it is found again wherever it goes. */
const FIRST_SIGN = 0x4e00
const TEXT_LISTS = ['articles', 'annexes'] as const
const signsIn = (text: string): string[] => [...text].filter((sign) => sign.charCodeAt(0) >= FIRST_SIGN)
/**
 * Every word in the agreement, those in articles and annexes that were taken out and can be put back included: as they would be read, since what is no valid
 * value is shown neither before nor after.
 */
function wordsIn(doc: Y.Doc): string[] {
  const removed = TEXT_LISTS.flatMap((name) => {
    const list = LISTS.get(name)
    return list
      ? removedIds(doc, name).map((id) => [fragmentOf(doc, name, id).toString(), recordIn(doc, list, id)])
      : []
  })
  return signsIn(JSON.stringify([readAgreement(doc).value, removed]))
}

const recordIn = (doc: Y.Doc, list: ListField, id: string) =>
  readRecord(doc, list, id, listMap(doc, list.path).get(id) as Y.Map<unknown>).value

/**
 * Plays one history: people use everything that the product offers, over a network and a disk that fail in every way, on the real rooms.
 * Afterwards everything calms down. Along the way and at the end the laws are looked at; what breaks one says so with the seed.
 */
export async function playHistory(seed: number, log: DocumentLog, steps = 200): Promise<void> {
  const world = await begin(seed, log)
  try {
    for (let step = 0; step < steps; step += 1) {
      await happen(world)
      await turn()
    }
    await calmDown(world)
    await expectLaws(world)
  } catch (error) {
    throw new Error(`seed ${seed}, after: ${world.done.join(', ')}`, { cause: error })
  } finally {
    await world.rooms.close()
  }
}

async function begin(seed: number, log: DocumentLog): Promise<World> {
  const disk = new DiskInHand(log)
  const clock = new HandClock()
  const errors: unknown[] = []
  const doc = newDocument()
  doc.clientID = 1
  writeAgreement(doc, START)
  const rooms = openRooms(disk, clock, errors)
  await rooms.create(DOCUMENT, Y.encodeStateAsUpdate(doc), 'p_maker')
  const owners = new Map([[1, 'p_maker']])
  const world = {
    random: seeded(seed),
    disk,
    clock,
    rooms,
    owners,
    errors,
    done: [],
    names: { id: 0, word: 0 },
    words: { typed: new Set<string>(), meant: new Set<string>() },
  }
  const enter = (name: string, differences?: Partial<Member>) =>
    participant(world as unknown as World, member(name, differences))
  return Object.assign(world, {
    writers: ['ann', 'bob', 'carl'].map((name) => enter(name)),
    forbidden: {
      reader: enter('rita', { role: 'reader', canWrite: false }),
      older: enter('otto', { schema: 0 }),
      forger: enter('mallory'),
    },
  })
}

const openRooms = (disk: DiskInHand, clock: HandClock, errors: unknown[]): Rooms =>
  createRooms({ log: disk.open(), clock, tails: TAILS, onError: (error) => errors.push(error) })

function participant(world: World, who: Member): Participant {
  const nextClientId = () => {
    const clientId = world.owners.size + 1
    world.owners.set(clientId, who.personId)
    return clientId
  }
  return new Participant(who, { rooms: () => world.rooms, documentId: DOCUMENT, nextClientId })
}

const everyone = ({ writers, forbidden }: World) => [...writers, ...Object.values(forbidden)]

type Event = (world: World, who: Participant) => unknown

/** What can happen, each as often as its weight says. */
const EVENTS: readonly [weight: number, name: string, event: Event][] = [
  [70, 'work', (world) => work(world, oneOf(world.random, world.writers))],
  [70, 'to server', ({ random }, who) => who.isCut || who.pair.deliverToServer(1 + random(9))],
  [60, 'to page', ({ random }, who) => who.isCut || who.receive(1 + random(9))],
  [3, 'twice to page', (_, who) => who.isCut || who.receive(2, true)],
  [3, 'twice to server', (_, who) => who.repeat()],
  [3, 'lost connection', (_, who) => reconnect(who)],
  [
    3,
    'cut off',
    (_, who) => {
      who.isCut = true
    },
  ],
  [
    4,
    'no longer cut off',
    (world) => {
      for (const who of everyone(world)) who.isCut = false
    },
  ],
  [1, 'page closed', (world, who) => closeWithoutCopy(world, who)],
  [2, 'page opened from its copy', (_, who) => who.reopen(true)],
  [
    3,
    'slow line',
    (_, who) => {
      who.pair.buffered = LIMITS.behind + 1
    },
  ],
  [
    3,
    'free line',
    (_, who) => {
      who.pair.buffered = 0
    },
  ],
  [3, 'slow disk', ({ disk }) => disk.hold()],
  [9, 'quick disk', ({ disk }) => disk.release()],
  [2, 'full disk', ({ disk }) => disk.fail()],
  [8, 'free disk', ({ disk }) => disk.mend()],
  [
    5,
    'time',
    ({ clock, random }) =>
      clock.advance(oneOf(random, [LIMITS.catchUpEvery, LIMITS.askAgainAfter, LIMITS.unloadAfter])),
  ],
  [2, 'kill', crash],
  [1, 'restart', restart],
  [6, 'forbidden', (world) => tryForbidden(world)],
  [
    2,
    'noise',
    ({ random }, who) => who.pair.toServer.push(Uint8Array.from({ length: random(30) }, () => random(256))),
  ],
]
const WEIGHED = EVENTS.flatMap((entry) => Array<(typeof EVENTS)[number]>(entry[0]).fill(entry))

async function happen(world: World): Promise<void> {
  for (const who of everyone(world)) if (who.pair.closeCode !== null) who.connect()
  const [, name, event] = oneOf(world.random, WEIGHED)
  world.done.push(name)
  await event(world, oneOf(world.random, everyone(world)))
}

function work(world: World, who: Participant): void {
  const { random, names } = world
  if (!who.isWhole) return
  const next = (kind: keyof typeof names) => {
    names[kind] += 1
    return names[kind]
  }
  const newId = () => `i${next('id')}`
  const newWord = () => String.fromCharCode(FIRST_SIGN + next('word'))
  let before = new Set(wordsIn(who.doc))
  for (let deeds = 1 + random(3); deeds > 0; deeds -= 1) {
    const deed = doSomething({ doc: who.doc, undo: who.undo, random, newId, newWord })
    world.done.push(`${who.member.name} ${deed}`)
    const after = new Set(wordsIn(who.doc))
    noteWords(world, before, after)
    before = after
  }
}

/** What has come into somebody's text by their own deed was typed; what has gone was taken out in their sight. */
function noteWords({ words }: World, before: ReadonlySet<string>, after: ReadonlySet<string>): void {
  for (const word of after) if (!before.has(word)) words.typed.add(word)
  for (const word of before) if (!after.has(word)) words.meant.add(word)
}

/** Nothing of the page is left on the device: what only it had, and what others remove from now on, can not be offered. */
function closeWithoutCopy({ words }: World, who: Participant): void {
  for (const word of wordsIn(who.doc)) words.typed.delete(word)
  who.reopen(false)
}

function reconnect(who: Participant): void {
  who.pair.drop()
  who.connect()
}

async function crash(world: World): Promise<void> {
  for (const who of everyone(world)) who.pair.drop()
  await world.disk.crash()
  world.rooms = openRooms(world.disk, world.clock, world.errors)
  await expectPromisesKept(world)
}

async function restart(world: World): Promise<void> {
  world.disk.mend()
  world.disk.release()
  await world.rooms.close()
  await world.disk.quiet()
  world.rooms = openRooms(world.disk, world.clock, world.errors)
  await expectPromisesKept(world)
}

function tryForbidden(world: World): void {
  const { reader, older, forger } = world.forbidden
  const who = oneOf(world.random, [reader, older, forger])
  if (who === forger) forge(world, forger)
  else groupMap(who.doc, '').set('shortTitle', `${FORBIDDEN} ${world.done.length}`)
}

/**
 * Writes under the id of somebody who has written already, where that one will write next. When the victim has written there by the time it arrives, what is left of it
 * is what it takes out: the forger may write, so that is meant.
 */
function forge({ random, disk, writers, words }: World, forger: Participant): void {
  const victim = oneOf(random, writers)
  if (Y.getState(disk.whole.store, victim.doc.clientID) === 0) return
  const copy = newDocument()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(disk.whole))
  copy.clientID = victim.doc.clientID
  const before = Y.encodeStateVector(copy)
  groupMap(copy, '').set('shortTitle', FORBIDDEN)
  const left = new Set(wordsIn(copy))
  for (const word of wordsIn(disk.whole)) if (!left.has(word)) words.meant.add(word)
  forger.write(Y.encodeStateAsUpdate(copy, before))
}

async function calmDown(world: World): Promise<void> {
  const { disk, clock } = world
  disk.mend()
  disk.release()
  for (const who of everyone(world)) {
    who.isCut = false
    reconnect(who)
  }
  for (let round = 0; round < 4; round += 1) {
    // Who has just come back waits for the document to be loaded, which a real disk takes its time for.
    await world.rooms.read(DOCUMENT, () => {})
    await passAll(world)
    await disk.quiet()
    clock.advance(LIMITS.askAgainAfter)
  }
  await passAll(world)
}

async function passAll(world: World): Promise<void> {
  const all = everyone(world)
  await turn()
  while (all.some(({ pair }) => pair.toServer.length + pair.toClient.length > 0)) {
    for (const who of all) {
      who.pair.deliverToServer()
      await turn()
      await world.disk.quiet()
      who.receive(who.pair.toClient.length)
    }
    await turn()
  }
}

/** Every update that was acknowledged, or seen by another, is on disk: as a server that has just been started finds it. */
async function expectPromisesKept(world: World): Promise<void> {
  const kept = await onDisk(world)
  const snapshot = Y.snapshot(kept)
  for (const { member, promised } of everyone(world)) {
    const lost = promised.filter((update) => !Y.snapshotContainsUpdate(snapshot, update))
    expect(lost.map(Y.decodeUpdate), `promised to ${member.name} and not on disk`).toEqual([])
  }
}

async function onDisk({ rooms }: World): Promise<Y.Doc> {
  return await rooms.read(DOCUMENT, (doc) => {
    const copy = newDocument()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    return copy
  })
}

async function expectLaws(world: World): Promise<void> {
  await expectPromisesKept(world)
  const doc = await onDisk(world)
  const kept = readAgreement(doc).value
  for (const { member, doc } of world.writers)
    expect(readAgreement(doc).value, `as ${member.name} sees it`).toEqual(kept)
  expect(readAgreement(world.disk.whole).value, 'all that was kept').toEqual(kept)
  await restart(world)
  expect(readAgreement(await onDisk(world)).value, 'after a restart').toEqual(kept)
  expectNothingForbidden(world, kept)
  expectNoWordLost(world, doc)
  expect(world.errors.filter((error) => !(error instanceof Error && error.name === 'NotKept'))).toEqual([])
}

/** Every word typed is in the text, was taken out in sight of who did it, or is among what is offered back. */
function expectNoWordLost({ words, writers }: World, doc: Y.Doc): void {
  const found = new Set(wordsIn(doc))
  const offered = new Set(writers.flatMap((writer) => writer.offered.flatMap(signsIn)))
  const lost = [...words.typed].filter(
    (word) => !found.has(word) && !words.meant.has(word) && !offered.has(word),
  )
  expect(lost, 'words that are nowhere').toEqual([])
}

/** Each entry of the log is of somebody who may write, and every client id in it belongs to that person. */
function expectNothingForbidden({ disk, owners, forbidden }: World, kept: unknown): void {
  const mayNot = [forbidden.reader, forbidden.older].map(({ member }) => member.personId)
  for (const { personId, bytes } of disk.kept) {
    expect(mayNot).not.toContain(personId)
    for (const clientId of Y.parseUpdateMeta(bytes).from.keys()) expect(owners.get(clientId)).toBe(personId)
  }
  expect(JSON.stringify(kept)).not.toContain(FORBIDDEN)
}
