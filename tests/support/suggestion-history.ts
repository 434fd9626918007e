import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Participation } from '../../server/access/participation.ts'
import { createProposals, type Proposals } from '../../server/agreements/proposals.ts'
import { createRooms, type Rooms } from '../../server/rooms/rooms.ts'
import { asItStands, maybeSuggestion } from '../../shared/agreement/as-it-stands.ts'
import { canonicalRichText } from '../../shared/agreement/canonical-rich-text.ts'
import type { RichText } from '../../shared/agreement/rich-text.ts'
import { drawProse } from '../../shared/document/drawing.ts'
import { articleFragment } from '../../shared/document/layout.ts'
import { newDocument } from '../../shared/document/new-document.ts'
import { readRichText } from '../../shared/document/rich-text-read.ts'
import { type Outcome, suggestionsIn } from '../../shared/document/suggestions.ts'
import { createUndoManager } from '../../shared/document/undo.ts'
import { writeAgreement } from '../../shared/document/write.ts'
import { writeProse } from '../../shared/document/write-prose.ts'
import { editorExtensions } from '../../shared/editor/extensions.ts'
import { asSuggestion, keepPlainWords } from '../../shared/editor/suggest.ts'
import type { WantedDecision } from '../../shared/protocol/endpoints-proposals.ts'
import { agreement, clauses } from './agreement.ts'
import { type FallingStore, FELL } from './falling-store.ts'
import { HandClock } from './hand-clock.ts'
import { MemoryLog } from './memory-log.ts'
import { oneOf, type Random, seeded } from './seeded.ts'

const schema = getSchema(editorExtensions())
const ARTICLES = ['a1', 'a2']
const START = agreement({
  articles: [
    { id: 'a1', heading: 'Doel', body: clauses('Wij werken samen. ', 'Wij overleggen elke week. ') },
    { id: 'a2', heading: 'Duur', body: clauses('Een jaar. ') },
  ],
})

type Peer = { who: Participation; doc: Y.Doc; undo: Y.UndoManager; own: Set<string>; isOffline: boolean }

type World = {
  id: string
  random: Random
  log: MemoryLog
  store: FallingStore
  rooms: Rooms
  proposals: Proposals
  peers: Peer[]
  names: number
  words: number
  done: string[]
  sent: WantedDecision[]
}

const PEOPLE = [
  { personId: 'ann', partyId: 'p1' },
  { personId: 'bob', partyId: 'p2' },
  { personId: 'carl', partyId: 'p2' },
]
export const HISTORY_PEOPLE = PEOPLE.map(({ personId }) => personId)

/**
 * Plays one history of three people of two parties who suggest, write, take back, go offline, lose their page, accept, reject and reopen in any
 * order, while the server falls over now and then. What breaks a law says so with the seed.
 */
export async function playSuggestions(
  seed: number,
  id: string,
  store: FallingStore,
  steps = 24,
): Promise<void> {
  const world = await begin(seed, id, store)
  try {
    for (let step = 0; step < steps; step += 1) {
      const [name, event] = oneOf(world.random, WEIGHED)
      world.done.push(name)
      await event(world, oneOf(world.random, world.peers))
    }
    await calmDown(world)
    await expectLaws(world)
  } catch (error) {
    throw new Error(`seed ${seed}, after: ${world.done.join(', ')}`, { cause: error })
  } finally {
    await world.rooms.close()
  }
}

async function begin(seed: number, id: string, store: FallingStore): Promise<World> {
  const log = new MemoryLog()
  const doc = newDocument()
  doc.clientID = 1
  writeAgreement(doc, START)
  const world = { id, random: seeded(seed), log, store, names: 0, words: 0, done: [], sent: [] }
  const { rooms, proposals } = openServer(log, store)
  await rooms.create(id, Y.encodeStateAsUpdate(doc), 'maker')
  const whole = Object.assign(world, { rooms, proposals, peers: [] as Peer[] })
  for (const { personId, partyId } of PEOPLE) {
    const who: Participation = { agreementId: id, personId, partyId, name: personId, role: 'writer' }
    whole.peers.push({ who, ...page(), own: new Set(), isOffline: false })
  }
  for (const peer of whole.peers) await sync(whole, peer)
  return whole
}

function openServer(log: MemoryLog, store: FallingStore) {
  const rooms = createRooms({ log, clock: new HandClock() })
  const people = PEOPLE.map((each) => ({ ...each, name: each.personId }))
  const proposals = createProposals({
    store,
    agreements: {
      knownBy: async (_, ids) => people.filter(({ personId }) => ids.includes(personId)),
      lastSeq: async (id) => log.documents.get(id)?.last ?? 0,
    },
    documents: rooms,
    log,
    handsOf: async () => new Map(),
    clock: () => new Date('2026-11-26T12:00:00Z'),
    tell: () => {},
  })
  return { rooms, proposals }
}

function page(): Pick<Peer, 'doc' | 'undo'> {
  const doc = newDocument()
  return { doc, undo: createUndoManager(doc) }
}

async function sync(world: World, { doc, who, isOffline }: Peer): Promise<void> {
  if (isOffline) return
  const known = await world.rooms.read(world.id, (server) => Y.encodeStateVector(server))
  const update = Y.encodeStateAsUpdate(doc, known)
  await world.rooms.edit(world.id, who.personId, (server) => Y.applyUpdate(server, update))
  const vector = Y.encodeStateVector(doc)
  const news = await world.rooms.read(world.id, (server) => Y.encodeStateAsUpdate(server, vector))
  Y.applyUpdate(doc, news, 'wire')
}

type Event = (world: World, peer: Peer) => unknown

const EVENTS: readonly [weight: number, name: string, event: Event][] = [
  [9, 'suggest', (world, peer) => write(world, peer, true)],
  [4, 'write', (world, peer) => write(world, peer, false)],
  [2, 'undo', (_, { undo }) => undo.undo()],
  [1, 'redo', (_, { undo }) => undo.redo()],
  [8, 'sync', sync],
  [
    1,
    'offline',
    (_, peer) => {
      peer.isOffline = true
    },
  ],
  [
    2,
    'online',
    (_, peer) => {
      peer.isOffline = false
    },
  ],
  [1, 'page lost', (world, peer) => reload(world, peer)],
  [6, 'decide', (world, peer) => decide(world, peer)],
  [2, 'decide again', (world, peer) => decideAgain(world, peer)],
  [3, 'reopen', (world, peer) => reopen(world, peer)],
  [1, 'server falls', (world, peer) => fall(world, peer)],
]
const WEIGHED = EVENTS.flatMap(([weight, name, event]) => Array<[string, Event]>(weight).fill([name, event]))

/** Something that a person does in an editor, as a proposal or plainly. */
function write(world: World, peer: Peer, suggests: boolean): void {
  const { random } = world
  const fragment = articleFragment(peer.doc, oneOf(random, ARTICLES))
  const { node, drawing } = drawProse(fragment, schema)
  const state = EditorState.create({ doc: node, schema })
  const tr = somethingDone(world, state)
  if (tr === null) return
  const before = asItStands(textOf(fragment))
  let done: Transaction = tr
  if (suggests) {
    const hand = {
      newId: () => {
        world.names += 1
        const id = `s${world.names}`
        peer.own.add(id)
        return id
      },
      isOwn: (id: string) => peer.own.has(id),
    }
    const suggested = asSuggestion(tr, state, hand)
    if (typeof suggested === 'string')
      throw new Error(`refused: ${suggested} ${JSON.stringify(tr.steps)} ${state.doc}`)
    done = suggested
  } else keepPlainWords(tr)
  done.doc.check()
  peer.doc.transact(() => writeProse(fragment, done.doc, drawing, done.selection.head), ySyncPluginKey)
  expect(canonicalRichText(done.doc.toJSON())).toEqual(textOf(fragment))
  if (suggests) expect(asItStands(textOf(fragment)), 'a suggestion changes nothing').toEqual(before)
}

function somethingDone(world: World, state: EditorState): Transaction | null {
  const { random } = world
  const index = random(state.doc.childCount)
  let start = 1
  for (let before = 0; before < index; before++) start += state.doc.child(before).nodeSize
  const { size } = state.doc.child(index).content
  const from = start + random(size + 1)
  const to = Math.min(start + size, from + random(6))
  const { tr } = state
  world.words += 1
  const word = String.fromCharCode(0x4e00 + world.words)
  const choice = random(10)
  if (choice < 5) return tr.insert(from, schema.text(word))
  if (choice === 5) return tr.insert(from, schema.node('field', { name: 'goal' }))
  if (choice === 6) return tr.insert(from, schema.node('hardBreak'))
  if (from === to) return null
  const chosen = state.apply(tr.setSelection(TextSelection.create(state.doc, from, to))).tr
  return choice < 9 ? chosen.delete(from, to) : chosen.replaceWith(from, to, schema.text(word))
}

const textOf = (fragment: Y.XmlFragment): RichText => readRichText(fragment, '').value
const textsOf = (doc: Y.Doc): RichText[] => ARTICLES.map((id) => textOf(articleFragment(doc, id)))

async function reload(world: World, peer: Peer): Promise<void> {
  const copy = world.random(2) === 0 ? Y.encodeStateAsUpdate(peer.doc) : null
  peer.undo.destroy()
  Object.assign(peer, page())
  if (copy) Y.applyUpdate(peer.doc, copy)
  else {
    const whole = await world.rooms.read(world.id, (server) => Y.encodeStateAsUpdate(server))
    Y.applyUpdate(peer.doc, whole, 'wire')
  }
}

function wantedBy(world: World, peer: Peer): WantedDecision | null {
  const open = suggestionsIn(peer.doc)
  if (open.length === 0) return null
  const { place, suggestion } = oneOf(world.random, open)
  const { id, inserted, deleted } = suggestion
  world.names += 1
  return {
    decisionId: `decision-number-${world.names}`,
    proposalId: id,
    place,
    outcome: world.random(2) === 0 ? 'accept' : 'reject',
    seen: { inserted, deleted },
  }
}

/** The text of every article after a decision, by its meaning and not by how it is carried out. */
function decidedTexts(
  texts: readonly RichText[],
  { proposalId, place, outcome }: WantedDecision,
): RichText[] {
  return texts.map((text, index) => (ARTICLES[index] === place ? decided(text, proposalId, outcome) : text))
}

function decided(text: RichText, id: string, outcome: Outcome): RichText {
  const [stays, goes] =
    outcome === 'accept' ? (['insertion', 'deletion'] as const) : (['deletion', 'insertion'] as const)
  const content = text.content.map((block) => {
    if (block.type !== 'paragraph') return block
    const kept = (block.content ?? [])
      .filter((node) => maybeSuggestion(node, goes) !== id)
      .map((node) => {
        if (maybeSuggestion(node, stays) !== id) return node
        if (node.type !== 'text') return { ...node, attrs: { ...node.attrs, [stays]: null } }
        return { ...node, marks: (node.marks ?? []).filter(({ type }) => type !== stays) }
      })
    return { ...block, content: kept }
  })
  return canonicalRichText({ type: 'doc', content })
}

const serverTexts = (world: World): Promise<RichText[]> => world.rooms.read(world.id, textsOf)

async function decide(world: World, peer: Peer): Promise<void> {
  const wanted = wantedBy(world, peer)
  if (wanted === null) return
  await send(world, peer, wanted)
}

async function send(world: World, { who }: Peer, wanted: WantedDecision): Promise<void> {
  const before = await serverTexts(world)
  const isKnown = world.sent.some(({ decisionId }) => decisionId === wanted.decisionId)
  const { results } = await world.proposals.decide(who, [wanted])
  const result = results[0]?.result ?? 'not-open'
  world.done.push(`${who.personId} ${wanted.outcome} ${wanted.proposalId}: ${result}`)
  const isApplied = result === 'done' && !isKnown
  if (isApplied) world.sent.push(wanted)
  const after = await serverTexts(world)
  expect(after, result).toEqual(isApplied ? decidedTexts(before, wanted) : before)
}

/** A command whose answer was lost is sent again, by its person or as another's decision on what they saw then. */
async function decideAgain(world: World, peer: Peer): Promise<void> {
  if (world.sent.length === 0) return
  await send(world, peer, oneOf(world.random, world.sent))
}

async function reopen(world: World, { who }: Peer): Promise<void> {
  const { decided: all } = await world.proposals.view(who)
  const mine = all.filter(({ mayReopen }) => mayReopen)
  if (mine.length === 0) return
  const { id } = oneOf(world.random, mine)
  world.names += 1
  const standing = (await serverTexts(world)).map(asItStands)
  const decision = mine.find((each) => each.id === id)
  try {
    await world.proposals.reopen(who, { decisionId: `reopening-number-${world.names}`, proposalId: id })
    world.done.push(`reopened ${id}`)
    if (decision?.outcome === 'reject')
      expect((await serverTexts(world)).map(asItStands), 'what was rejected changes nothing').toEqual(
        standing,
      )
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'changed-meanwhile') throw error
  }
}

/** In the middle of a decision; afterwards the text says what came of it, and the same command settles it. */
async function fall(world: World, peer: Peer): Promise<void> {
  const wanted = wantedBy(world, peer)
  if (wanted === null) return
  const before = await serverTexts(world)
  world.store.fall = world.random(2) === 0 ? 'begun' : 'done'
  const fell = await world.proposals.decide(peer.who, [wanted]).then(
    () => false,
    (error: Error) => error.message === FELL,
  )
  world.store.fall = null
  await world.rooms.close()
  Object.assign(world, openServer(world.log, world.store))
  const { results } = await world.proposals.decide(peer.who, [wanted])
  const isDone = results[0]?.result === 'done'
  if (isDone) world.sent.push(wanted)
  world.done.push(`fell ${fell}: ${results[0]?.result}`)
  expect(await serverTexts(world), 'once, though it fell').toEqual(
    isDone ? decidedTexts(before, wanted) : before,
  )
}

async function calmDown(world: World): Promise<void> {
  // What the first one sends is news for the others; what they mend of it is news for the first one.
  for (let round = 0; round < 4; round += 1) {
    for (const peer of world.peers) {
      peer.isOffline = false
      await sync(world, peer)
    }
  }
}

async function expectLaws(world: World): Promise<void> {
  const texts = await serverTexts(world)
  for (const { doc, who } of world.peers) expect(textsOf(doc), `as ${who.personId} sees it`).toEqual(texts)
  for (const outcome of ['reject', 'accept'] as const) await expectAllAndBack(world, outcome, texts)
}

/** Each way back costs a command: of many, the first histories tell as much. */
const MOST_BACK = 8

/** All at once and all of it back, the last one first, leaves what there was; rejected, the text is as it stood. */
async function expectAllAndBack(world: World, outcome: Outcome, texts: readonly RichText[]): Promise<void> {
  const leader: Participation = {
    agreementId: world.id,
    personId: 'ann',
    partyId: 'p1',
    name: 'ann',
    role: 'facilitator',
  }
  await world.proposals.changeRules(leader, { decidedBy: 'facilitator', guardsParagraphs: false })
  const open = await world.rooms.read(world.id, suggestionsIn)
  if (open.length === 0 || open.length > MOST_BACK) return
  const decisions = open.map(({ place, suggestion: { id, inserted, deleted } }, index) => ({
    decisionId: `all-${outcome}-number-${index}`,
    proposalId: id,
    place,
    outcome,
    seen: { inserted, deleted },
  }))
  const { results } = await world.proposals.decide(leader, decisions)
  const after = await serverTexts(world)
  if (outcome === 'reject') expect(after, 'rejected').toEqual(texts.map(asItStands))
  expect(after, 'nothing left').toEqual(after.map(asItStands))
  const done = results.filter(({ result }) => result === 'done').map(({ decisionId }) => decisionId)
  // One that lay wholly within another's went along with it.
  if (done.length < decisions.length) return
  for (const { proposalId, decisionId } of decisions.reverse())
    await world.proposals.reopen(leader, { decisionId: `back-${decisionId}`, proposalId })
  expect(await serverTexts(world), `${outcome} and back`).toEqual(texts)
}
