// One idea: what one of two people typed and the other made vanish unseen, for every way in which words can vanish.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { canonicalRichText } from '../../../shared/agreement/canonical-rich-text.ts'
import { addText, putBackText, removeText, replaceText } from '../../../shared/document/article-edit.ts'
import {
  addRecord,
  longTextAt,
  removeRecord,
  replaceLongText,
  setField,
} from '../../../shared/document/edit.ts'
import { articleFragment } from '../../../shared/document/layout.ts'
import { readAgreement } from '../../../shared/document/read.ts'
import { readRichText } from '../../../shared/document/rich-text-read.ts'
import { createUndoManager } from '../../../shared/document/undo.ts'
import { plainText } from '../../../shared/document/words-as-they-were.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { agreement, clauses } from '../../support/agreement.ts'
import {
  embolden,
  erase,
  insertField,
  joinWithPrevious,
  removeParagraph,
  split,
  type,
} from '../../support/edit-prose.ts'
import { sharedLine } from '../../support/shared-line.ts'
import { type WatchedPerson, watchedPerson } from '../../support/watched-person.ts'

const TEXT = ['Partijen werken nauw samen.', 'Zij praten met de wijk.', 'Zij luisteren.']

const START = start()

function start(): Uint8Array {
  const doc = new Y.Doc()
  writeAgreement(
    doc,
    agreement({
      parties: [{ id: 'x', name: 'Gemeente' }],
      tasks: [{ id: 't', title: 'Bellen', description: 'Elke week bellen.' }],
      articles: [{ id: 'one', heading: 'Samen', body: clauses(...TEXT) }],
    }),
  )
  return Y.encodeStateAsUpdate(doc)
}

/** Anna and Bram before each sees what the other does. `annaWins` decides whose client id is higher. */
function two(annaWins = false) {
  const anna = watchedPerson(START, annaWins ? 9 : 5)
  const bram = watchedPerson(START, 7)
  return { anna, bram, exchange: () => exchange(anna, bram) }
}

function exchange(anna: WatchedPerson, bram: WatchedPerson): void {
  const fromAnna = anna.sent.splice(0)
  const fromBram = bram.sent.splice(0)
  for (const update of fromBram) anna.take(update)
  for (const update of fromAnna) bram.take(update)
  expect(readAgreement(anna.doc).value).toEqual(readAgreement(bram.doc).value)
}

const textsOf = ({ lost }: WatchedPerson) => lost.map(({ text }) => text)
const wordsOf = ({ prose }: WatchedPerson) =>
  readRichText(prose, '').value.content.map((block) =>
    block.type === 'paragraph' ? plainText(block.content ?? []) : '',
  )

describe('words in a paragraph that goes', () => {
  test('typed while another removes the paragraph, they are found with what stood around them', () => {
    const { anna, bram, exchange } = two()
    type(anna.prose, 1, ' en de school', 22)
    removeParagraph(bram.prose, 1)
    exchange()
    expect(wordsOf(anna)).toEqual([TEXT[0], TEXT[2]])
    expect(anna.lost).toMatchObject([
      {
        kind: 'prose',
        path: 'articles.one.body',
        text: ' en de school',
        pieces: [
          {
            before: 'Zij praten met de wijk',
            content: [{ type: 'text', text: ' en de school' }],
            after: '.',
          },
        ],
      },
    ])
    expect(bram.lost).toEqual([])
  })

  test('typed while another joins it with a longer one above, only the letters the other did not see are lost', () => {
    const { anna, bram, exchange } = two()
    type(anna.prose, 1, ' en de school', 22)
    joinWithPrevious(bram.prose, 1)
    exchange()
    expect(wordsOf(anna)[0]).toBe(TEXT.slice(0, 2).join(''))
    expect(textsOf(anna)).toEqual([' en de school'])
    expect(bram.lost).toEqual([])
  })

  test('typed while another joins it with a shorter one above, they stay and nothing is found', () => {
    const { anna, bram, exchange } = two()
    type(anna.prose, 1, ' en de school', 22)
    erase(bram.prose, 0, 8, 26)
    joinWithPrevious(bram.prose, 1)
    exchange()
    expect(wordsOf(anna)[0]).toBe('Partijen.Zij praten met de wijk en de school.')
    expect([anna.lost, bram.lost]).toEqual([[], []])
  })

  test('typed letter by letter in a paragraph that another empties and then joins with the one above, they are found, letter for letter', () => {
    const { anna, bram, exchange } = two()
    // The first letter is the same as the one that it is typed before.
    for (const [at, letter] of [...'de school en '].entries()) type(anna.prose, 1, letter, 15 + at)
    erase(bram.prose, 1, 0, TEXT[1]?.length ?? 0)
    joinWithPrevious(bram.prose, 1)
    exchange()
    expect(wordsOf(anna)).toEqual([TEXT[0], TEXT[2]])
    expect(textsOf(anna)).toEqual(['de school en '])
  })

  test('typed in the paragraph that takes in the next one, they stay and nothing is found', () => {
    const { anna, bram, exchange } = two()
    type(anna.prose, 0, 'Alle ', 0)
    joinWithPrevious(bram.prose, 1)
    exchange()
    expect([...wordsOf(anna), ...textsOf(anna)].join()).toContain('Alle ')
  })

  test('each run is found by itself, in the order of the text', () => {
    const { anna, bram, exchange } = two()
    type(anna.prose, 1, ' nu', 22)
    type(anna.prose, 1, 'Ook ', 0)
    removeParagraph(bram.prose, 1)
    exchange()
    expect(textsOf(anna)).toEqual(['Ook  …  nu'])
    expect(anna.lost[0]?.pieces).toMatchObject([
      { before: '', after: 'Zij praten met de wijk.' },
      { before: 'Zij praten met de wijk', after: '.' },
    ])
  })

  test('a fact put into it is found by its name, and marks come along', () => {
    const { anna, bram, exchange } = two()
    type(anna.prose, 1, ' van ')
    insertField(anna.prose, 1, 'area', 28)
    embolden(anna.prose, 1, 24, 27)
    removeParagraph(bram.prose, 1)
    exchange()
    expect(textsOf(anna)).toEqual([' van {area}'])
    expect(anna.lost[0]?.pieces[0]?.content).toEqual([
      { type: 'text', text: ' ' },
      { type: 'text', text: 'van', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' ' },
      { type: 'field', attrs: { name: 'area' } },
    ])
  })

  test('what the typist had taken out again is not found', () => {
    const { anna, bram, exchange } = two()
    type(anna.prose, 1, ' en de schol', 22)
    erase(anna.prose, 1, 32, 34)
    type(anna.prose, 1, 'ool', 32)
    removeParagraph(bram.prose, 1)
    exchange()
    expect(textsOf(anna)).toEqual([' en de school'])
  })

  test('each of two typists is told of their own words alone', () => {
    const { anna, bram } = two()
    const carla = watchedPerson(START, 3)
    const people = [anna, bram, carla]
    type(anna.prose, 1, 'Anna ', 0)
    type(carla.prose, 1, ' Carla')
    removeParagraph(bram.prose, 1)
    const all = people.map(({ sent }) => sent.splice(0))
    for (const [at, person] of people.entries())
      for (const update of all.flatMap((sent, from) => (from === at ? [] : sent))) person.take(update)
    expect(people.map(textsOf)).toEqual([['Anna '], [], [' Carla']])
  })

  test('when the text of an article is set back, what was typed in it at that moment is found', () => {
    const { anna, bram, exchange } = two()
    type(anna.prose, 1, ' Altijd.')
    replaceText(bram.doc, 'articles', 'one', {
      values: {},
      body: agreement({ articles: [{ id: 'a', body: clauses('Anders.') }] }).articles[0]?.body ?? fail(),
    })
    exchange()
    expect(textsOf(anna)).toEqual([' Altijd.'])
  })

  test('when another takes back the paragraph they made, unseen words in it are found', () => {
    const { anna, bram, exchange } = two()
    const undo = createUndoManager(bram.doc)
    split(bram.prose, 2, 14)
    exchange()
    type(anna.prose, 3, 'Een nieuwe zin.')
    undo.undo()
    exchange()
    expect(textsOf(anna)).toEqual(['Een nieuwe zin.'])
  })
})

describe('facts', () => {
  test.each([true, false])(
    'of two values for one fact at once, the one that lost is found (%s)',
    (annaWins) => {
      const { anna, bram, exchange } = two(annaWins)
      setField(anna.doc, 'purpose.area', 'Noord')
      setField(bram.doc, 'purpose.area', 'Zuid')
      exchange()
      const [winner, loser] = annaWins ? [anna, bram] : [bram, anna]
      expect(winner.lost).toEqual([])
      expect(loser.lost).toMatchObject([
        {
          kind: 'value',
          path: 'purpose.area',
          text: annaWins ? 'Zuid' : 'Noord',
          value: annaWins ? 'Zuid' : 'Noord',
        },
      ])
    },
  )

  test.each([
    ['both begin in an empty line', [], ['J', 'Ja'], ['B', 'Be'], ['JaBe', 'BeJa']],
    [
      'one writes on, the other before it',
      ['plan'],
      ['plan ', 'plan B'],
      ['Eplan', 'Een plan'],
      ['Een plan B'],
    ],
    ['one cleared it before', ['oud', null], ['Noord'], ['Zuid'], ['NoordZuid', 'ZuidNoord']],
    ['both wrote a word anew', ['oud'], ['Noord'], ['Zuid'], [null]],
    [
      'longer than a line may be',
      ['x'.repeat(990)],
      [`${'x'.repeat(990)} in noord`],
      [`zuid ${'x'.repeat(990)}`],
      [null],
    ],
  ])(
    'of a line in which two type at once it is known what it says with both: %s',
    (_, before, mine, theirs, joined) => {
      const { anna, bram, exchange } = two()
      const set = ({ doc }: WatchedPerson, values: readonly (string | null)[]) => {
        for (const value of values) setField(doc, 'purpose.area', value)
      }
      set(anna, before)
      exchange()
      set(anna, mine)
      set(bram, theirs)
      bram.sent.push(Y.mergeUpdates(bram.sent.splice(0)))
      exchange()
      expect(joined).toContain(anna.lost[0]?.joined)
      expect([anna.lost.length, bram.lost.length]).toEqual([1, 0])
    },
  )

  test('what another wrote on what they had seen of a line is not taken for all of it', () => {
    const { anna, bram, exchange } = two()
    setField(anna.doc, 'purpose.area', 'Noo')
    const seen = anna.sent.splice(0)
    for (const update of seen) bram.take(update)
    setField(anna.doc, 'purpose.area', 'Noord')
    setField(bram.doc, 'purpose.area', 'Noo en Zuid')
    exchange()
    expect(anna.lost).toMatchObject([{ text: 'Noord', joined: 'Noord en Zuid' }])
  })

  test('four type at once in one line, each at their own letters: every letter stands there once for all, or is found', () => {
    const arrival = fc.record({ kind: fc.constant('take' as const), who: fc.nat(3), from: fc.nat(3) })
    const letter = fc.record({ kind: fc.constant('type' as const), who: fc.nat(3), from: fc.constant(0) })
    fc.assert(
      fc.property(fc.array(fc.oneof(arrival, letter), { maxLength: 60 }), (steps) => {
        const line = sharedLine(START, 4)
        for (const { kind, who, from } of steps) {
          if (kind === 'type') line.type(who)
          else line.take(who, from)
        }
        line.settle()
        expect(line.lines()).toEqual(line.lines().fill(line.lines()[0] ?? ''))
        const standing = [...(line.lines()[0] ?? '')]
        expect(new Set(standing).size).toBe(standing.length)
        expect(new Set([...standing, ...line.found()])).toEqual(new Set(line.typed()))
      }),
    )
  })

  test('two type at once in one line, each at their own letters: every letter stands there once for both, and nothing is lost', () => {
    const arrival = fc.record({ kind: fc.constant('take' as const), who: fc.nat(1) })
    const letter = fc.record({ kind: fc.constant('type' as const), who: fc.nat(1) })
    fc.assert(
      fc.property(fc.array(fc.oneof(arrival, letter), { maxLength: 60 }), (steps) => {
        const line = sharedLine(START, 2)
        for (const { kind, who } of steps) {
          if (kind === 'type') line.type(who)
          else line.take(who, 1 - who)
        }
        line.settle()
        const [one = '', other] = line.lines()
        expect(other).toBe(one)
        expect([[...one].sort(), line.found()]).toEqual([line.typed(), []])
      }),
    )
  })

  test('a number, a date or a choice is not joined', () => {
    const { anna, bram, exchange } = two()
    setField(anna.doc, 'term.startDate', '2027-01-01')
    setField(bram.doc, 'term.startDate', '2027-02-01')
    exchange()
    expect(anna.lost).toMatchObject([{ value: '2027-01-01', joined: null }])
  })

  test('the same value from two people is no loss', () => {
    const { anna, bram, exchange } = two()
    setField(anna.doc, 'purpose.area', 'Noord')
    setField(bram.doc, 'purpose.area', 'Noord')
    exchange()
    expect([...anna.lost, ...bram.lost]).toEqual([])
  })

  test('a value that another saw and changed is no loss', () => {
    const { anna, bram, exchange } = two()
    setField(anna.doc, 'purpose.area', 'Noord')
    exchange()
    setField(bram.doc, 'purpose.area', 'Zuid')
    exchange()
    expect([...anna.lost, ...bram.lost]).toEqual([])
  })

  test('typed in a row that another removes, its values and its letters are found', () => {
    const { anna, bram, exchange } = two()
    const text = longTextAt(anna.doc, 'tasks.t.description') ?? fail()
    replaceLongText(anna.doc, text, 'Elke week samen bellen.')
    setField(anna.doc, 'tasks.t.title', 'Samen bellen')
    removeRecord(bram.doc, 'tasks', 't')
    exchange()
    expect(anna.lost).toMatchObject([
      { kind: 'value', path: 'tasks.t.title', text: 'Samen bellen' },
      { kind: 'text', path: 'tasks.t.description', text: 'samen ', pieces: [{ before: 'Elke week ' }] },
    ])
  })

  test('a row that two people make under one key at once gives up only what differs', () => {
    const { anna, bram, exchange } = two()
    const record = (note: string) => ({ key: 'focus', values: { title: 'Even', description: note } })
    addRecord(anna.doc, 'tasks', record('Van Anna.'))
    addRecord(bram.doc, 'tasks', record('Van Bram.'))
    exchange()
    expect(textsOf(anna)).toEqual(['Van Anna.'])
    expect(bram.lost).toEqual([])
  })
})

describe('how it arrives', () => {
  test('several updates as one message', () => {
    const { anna, bram } = two()
    type(anna.prose, 1, ' Nu.')
    type(bram.prose, 0, 'Alle ', 0)
    removeParagraph(bram.prose, 1)
    anna.take(Y.mergeUpdates(bram.sent))
    expect(textsOf(anna)).toEqual([' Nu.'])
  })

  test('all that was missed, after a time away', () => {
    const { anna, bram } = two()
    type(anna.prose, 1, ' Nu.')
    for (const paragraph of [2, 1]) removeParagraph(bram.prose, paragraph)
    anna.take(Y.encodeStateAsUpdate(bram.doc, Y.encodeStateVector(anna.doc)))
    expect(textsOf(anna)).toEqual([' Nu.'])
  })

  test('in the wrong order: what waits for an earlier update still counts as named', () => {
    const { anna, bram } = two()
    const carla = watchedPerson(Y.encodeStateAsUpdate(bram.doc), 11)
    type(bram.prose, 2, ' Goed.')
    for (const update of bram.sent) carla.take(update)
    type(carla.prose, 2, ' Beter.')
    type(anna.prose, 0, ' Zeker.')
    const [known] = anna.sent
    carla.take(known ?? fail())
    removeParagraph(carla.prose, 0)
    for (const update of [...carla.sent].reverse()) anna.take(update)
    for (const update of bram.sent) anna.take(update)
    expect(wordsOf(anna)).toEqual([TEXT[1], 'Zij luisteren. Goed. Beter.'])
    expect(anna.lost).toEqual([])
  })

  test('twice: the same words are told once', () => {
    const { anna, bram } = two()
    type(anna.prose, 1, ' Nu.')
    removeParagraph(bram.prose, 1)
    for (const update of [...bram.sent, ...bram.sent]) anna.take(update)
    expect(textsOf(anna)).toEqual([' Nu.'])
  })

  test('typed under an earlier client id of the same person, they are theirs', () => {
    const { anna, bram } = two()
    type(anna.prose, 1, ' Nu.')
    removeParagraph(bram.prose, 1)
    const kept = Y.encodeStateAsUpdate(anna.doc)
    const later = (ownClientIds: number[]) => {
      const person = watchedPerson(kept, 21, 'one', ownClientIds)
      for (const update of bram.sent) person.take(update)
      return textsOf(person)
    }
    expect(later([5])).toEqual([' Nu.'])
    expect(later([])).toEqual([])
  })
})

describe('no loss', () => {
  test('deleting the paragraph with the words in sight', () => {
    const { anna, bram, exchange } = two()
    type(anna.prose, 1, ' Nu.')
    exchange()
    removeParagraph(bram.prose, 1)
    exchange()
    expect(anna.lost).toEqual([])
  })

  test('deleting one’s own, and taking it back', () => {
    const { anna, exchange } = two()
    const undo = createUndoManager(anna.doc)
    type(anna.prose, 1, ' Nu.')
    undo.undo()
    removeParagraph(anna.prose, 1)
    undo.undo()
    exchange()
    expect(anna.lost).toEqual([])
  })

  test('an article that is taken out and put back', () => {
    const { anna, bram, exchange } = two()
    type(anna.prose, 1, ' Nu.')
    removeText(bram.doc, 'articles', 'one')
    exchange()
    putBackText(bram.doc, 'articles', 'one')
    exchange()
    expect(anna.lost).toEqual([])
    expect(wordsOf(anna)[1]).toBe(`${TEXT[1]} Nu.`)
  })

  test('the paragraph is split, or made bold', () => {
    const { anna, bram, exchange } = two()
    type(anna.prose, 1, ' Nu.')
    split(bram.prose, 1, 5)
    embolden(bram.prose, 1, 0, 3)
    exchange()
    expect(anna.lost).toEqual([])
    expect(wordsOf(anna).join('|')).toContain(' Nu.')
  })

  test('making the words bold that go, or moving the row that goes', () => {
    const { anna, bram, exchange } = two()
    embolden(anna.prose, 1, 0, 3)
    setField(anna.doc, 'tasks.t.title', 'Bellen')
    removeParagraph(bram.prose, 1)
    removeRecord(bram.doc, 'tasks', 't')
    exchange()
    expect(anna.lost).toEqual([])
  })
})

const fail = (): never => {
  throw new Error('the test lacks what it starts from')
}

test('given somebody takes back that they made an article in which another has just made a paragraph, that one is offered what it says', () => {
  const { anna, bram, exchange } = two()
  const undo = createUndoManager(anna.doc)
  addText(
    anna.doc,
    'articles',
    'two',
    { values: { heading: 'Nieuw' }, body: canonicalRichText(clauses('Van Anna.')) },
    {},
  )
  exchange()
  const prose = articleFragment(bram.doc, 'two')
  type(prose, 0, 'Van Bram.', 9)
  split(prose, 0, 9)
  undo.undo()
  exchange()
  expect(readAgreement(bram.doc).value.articles.map(({ id }) => id)).toEqual(['one'])
  expect(textsOf(bram).join(' ')).toContain('Van Bram.')
  expect(bram.lost.at(-1)?.path).toBe('articles.two.body')
})

test('what a document tells of an update names no more deletions than its maker did, so that a copy of it may go to others', () => {
  const { anna, bram } = two()
  type(anna.prose, 1, 'Ook met u. ', 0)
  removeParagraph(bram.prose, 1)
  const told: Uint8Array[] = []
  anna.doc.on('update', (update, origin) => origin === 'wire' && told.push(anna.asMade(update)))
  for (const update of bram.sent) anna.take(update)
  const named = told.map((update) => Y.decodeUpdate(update).ds.clients.has(anna.doc.clientID))
  expect(named).toEqual([false])
})
