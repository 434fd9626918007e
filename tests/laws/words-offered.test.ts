import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRooms, type Rooms } from '../../server/rooms/rooms.ts'
import { longTextAt, removeRecord, replaceLongText, setField } from '../../shared/document/edit.ts'
import { articleFragment } from '../../shared/document/layout.ts'
import { watchLostWords } from '../../shared/document/lost-words.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { writeAgreement } from '../../shared/document/write.ts'
import { agreement, clauses } from '../support/agreement.ts'
import { erase, joinWithPrevious, removeParagraph, split, type } from '../support/edit-prose.ts'
import { HandClock } from '../support/hand-clock.ts'
import { flushAll, LivePeer, member, turn } from '../support/live-peer.ts'
import { MemoryLog } from '../support/memory-log.ts'

/** Each word is one sign that stands nowhere else, so that it is found again wherever it goes. */
const FIRST_SIGN = 0x4e00
const ROWS = ['t', 'u', 'v']
const START = ['Partijen werken samen.', 'Zij praten.', 'Zij luisteren.', 'Zij leren.']

const KINDS = ['type', 'join', 'remove', 'split', 'erase', 'fact', 'row', 'send', 'receive', 'drop'] as const
type Step = { who: number; kind: (typeof KINDS)[number]; where: number; at: number }

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(2),
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('type' as const) },
    ...KINDS.slice(1).map((kind) => ({ weight: kind === 'drop' ? 1 : 2, arbitrary: fc.constant(kind) })),
  ),
  where: fc.nat(7),
  at: fc.nat(40),
})

/** One person at a page of ours, and what became of the words. */
type Person = {
  peer: LivePeer
  prose: Y.XmlFragment
  typed: Set<string>
  offered: Set<string>
  meant: Set<string>
}

function personOf(rooms: Rooms, name: string): Person {
  const peer = new LivePeer(rooms, member(name))
  const offered = new Set<string>()
  peer.watch = watchLostWords(peer.doc, {
    onLost: ({ text }) => {
      for (const sign of signsIn(text)) offered.add(sign)
    },
  })
  const prose = articleFragment(peer.doc, 'one')
  return { peer, prose, typed: new Set(), offered, meant: new Set() }
}

const signsIn = (text: string): string[] => [...text].filter((sign) => sign.charCodeAt(0) >= FIRST_SIGN)
/** Everything that reads as words in the agreement. */
const wordsOf = ({ doc }: LivePeer): string => JSON.stringify(readAgreement(doc).value)

async function session(count: number) {
  const rooms = createRooms({ log: new MemoryLog(), clock: new HandClock() })
  const doc = new Y.Doc()
  writeAgreement(
    doc,
    agreement({
      articles: [{ id: 'one', body: clauses(...START) }],
      tasks: ROWS.map((id) => ({ id, title: 'Bellen', description: 'Elke week.' })),
    }),
  )
  await rooms.create('d1', Y.encodeStateAsUpdate(doc), 'p_maker')
  const people = ['anna', 'bram', 'carla'].slice(0, count).map((name) => personOf(rooms, name))
  const settle = () => flushAll(...people.map(({ peer }) => peer))
  await settle()
  let signs = 0
  const sign = () => String.fromCharCode(FIRST_SIGN + signs++)
  return { people, settle, sign }
}

/** Does one step; what a person takes out of their own sight is meant. */
function edit(person: Person, step: Step, sign: () => string): void {
  const { peer, meant, typed } = person
  const before = signsIn(wordsOf(peer))
  const word = sign()
  typed.add(word)
  if (step.kind === 'fact' || step.kind === 'row') editFacts(person, step, word)
  else editText(person, step, word)
  const after = new Set(signsIn(wordsOf(peer)))
  if (!after.has(word)) typed.delete(word)
  for (const gone of before.filter((each) => !after.has(each))) meant.add(gone)
}

function editFacts({ peer: { doc } }: Person, { kind, where, at }: Step, word: string): void {
  const row = ROWS[where % ROWS.length] ?? ''
  const text = longTextAt(doc, `tasks.${row}.description`)
  if (kind === 'row') removeRecord(doc, 'tasks', row)
  else if (at % 3 === 0) setField(doc, 'purpose.area', word)
  else if (at % 3 === 1) setField(doc, `tasks.${row}.title`, word)
  else if (text) replaceLongText(doc, text, `${word}${text}`)
}

function editText({ prose }: Person, { kind, where, at }: Step, word: string): void {
  // All paragraphs are gone: an editor draws one when somebody comes back to it.
  if (prose.length === 0) return
  const paragraph = where % prose.length
  const children = (prose.get(paragraph) as Y.XmlElement).toArray() as Y.XmlText[]
  const length = children.reduce((sum, child) => sum + child.length, 0)
  if (kind === 'type') type(prose, paragraph, word, at % (length + 1))
  else if (kind === 'join' && paragraph > 0) joinWithPrevious(prose, paragraph)
  else if (kind === 'remove' && prose.length > 1) removeParagraph(prose, paragraph)
  else if (kind === 'split' && prose.length < 8) split(prose, paragraph, at % (length + 1))
  else if (kind === 'erase' && length > 0)
    erase(prose, paragraph, at % length, Math.min(length, (at % length) + 3))
}

async function play(steps: readonly Step[], count: number) {
  const { people, settle, sign } = await session(count)
  for (const each of steps) {
    const person = people[each.who % count]
    if (!person) continue
    const { peer } = person
    if (each.kind === 'send') {
      peer.pair.deliverToServer((each.at % 4) + 1)
      await turn()
    } else if (each.kind === 'receive') peer.receive((each.at % 4) + 1)
    else if (each.kind === 'drop') {
      peer.pair.drop()
      peer.connect()
    } else edit(person, each, sign)
  }
  for (const { peer } of people) {
    peer.pair.drop()
    peer.connect()
  }
  await settle()
  return people
}

const all = (people: readonly Person[], of: 'typed' | 'offered' | 'meant'): Set<string> =>
  new Set(people.flatMap((person) => [...person[of]]))

// Who joins two paragraphs, or splits one, moves what stands in them: from then on it is theirs to be offered.
test('every word typed is in the text, was taken out in sight, or was offered, whatever three people and the line do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), async (steps) => {
      const people = await play(steps, 3)
      const [anna, ...others] = people
      for (const { peer } of others) expect(wordsOf(peer)).toBe(wordsOf((anna as Person).peer))
      const standing = new Set(signsIn(wordsOf((anna as Person).peer)))
      const [offered, meant] = [all(people, 'offered'), all(people, 'meant')]
      const lost = [...all(people, 'typed')].filter(
        (word) => !standing.has(word) && !offered.has(word) && !meant.has(word),
      )
      expect(lost).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('each of two, one of whom only writes, is offered exactly the words that vanished, whatever the line does', async () => {
  const moves: readonly string[] = ['join', 'remove', 'split', 'row']
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), async (steps) => {
      const people = await play(
        steps.map((each) =>
          each.who % 2 === 0 && moves.includes(each.kind) ? { ...each, kind: 'type' } : each,
        ),
        2,
      )
      const standing = new Set(people.flatMap(({ peer }) => signsIn(wordsOf(peer))))
      const meant = all(people, 'meant')
      for (const { typed, offered } of people) {
        const vanished = [...typed].filter((word) => !standing.has(word) && !meant.has(word))
        expect([...offered].sort()).toEqual(vanished.sort())
      }
    }),
    { numRuns: 100 },
  )
})

test('nothing is offered when everybody has seen everything before the next change', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25, size: 'max' }), async (steps) => {
      const { people, settle, sign } = await session(3)
      for (const each of steps) {
        const person = people[each.who % 3]
        if (person && !['send', 'receive', 'drop'].includes(each.kind)) edit(person, each, sign)
        await settle()
      }
      expect([...all(people, 'offered')]).toEqual([])
    }),
    { numRuns: 30 },
  )
})
