import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { unsentWords } from '../../../client/connection/unsent-words.ts'
import { articleFragment } from '../../../shared/document/layout.ts'

/** A document the server has, and what is done to it afterwards without a connection, update by update. */
function unsentAfter(known: (doc: Y.Doc) => void, unsent: (doc: Y.Doc) => void) {
  const doc = new Y.Doc()
  known(doc)
  const before = [Y.encodeStateAsUpdate(doc)]
  const after: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => after.push(update))
  unsent(doc)
  return unsentWords(before, after)
}

function paragraph(doc: Y.Doc, article: string, text: string): Y.XmlText {
  const element = new Y.XmlElement('paragraph')
  const words = new Y.XmlText(text)
  element.insert(0, [words])
  articleFragment(doc, article).push([element])
  return words
}
const first = (doc: Y.Doc, article: string) =>
  (articleFragment(doc, article).get(0) as Y.XmlElement).get(0) as Y.XmlText

test('words typed into a paragraph are given with their article, and the words of before are not', () => {
  const words = unsentAfter(
    (doc) => paragraph(doc, 'a1', 'Kept words.'),
    (doc) => {
      for (const letter of ' New.') first(doc, 'a1').insert(first(doc, 'a1').length, letter)
    },
  )
  expect(words).toEqual([{ place: 'articles.a1.body', text: 'New.', value: null }])
})

test('two places in one paragraph do not run together, and paragraphs are lines', () => {
  const words = unsentAfter(
    (doc) => paragraph(doc, 'a1', 'middle'),
    (doc) => {
      first(doc, 'a1').insert(6, 'end')
      first(doc, 'a1').insert(0, 'start')
      paragraph(doc, 'a1', 'Another one.')
    },
  )
  expect(words).toEqual([{ place: 'articles.a1.body', text: 'start end\nAnother one.', value: null }])
})

test.each([
  [
    'in front of',
    'tweede',
    [
      [0, 'Nooi'],
      [5, 't'],
      [5, ' verzonden.'],
    ],
    'Nooit verzonden.',
  ],
  [
    'behind',
    'eerst',
    [
      [4, 't'],
      [6, ' Nooit.'],
    ],
    't Nooit.',
  ],
] as const)(
  'a word typed %s a letter that is like its own is not cut by that letter',
  (_, kept, typed, expected) => {
    const words = unsentAfter(
      (doc) => paragraph(doc, 'a1', kept),
      (doc) => {
        for (const [at, letters] of typed) first(doc, 'a1').insert(at, letters)
      },
    )
    expect(words).toEqual([{ place: 'articles.a1.body', text: expected, value: null }])
  },
)

test('what was typed and deleted again is no word', () => {
  const words = unsentAfter(
    (doc) => paragraph(doc, 'a1', 'Kept.'),
    (doc) => {
      first(doc, 'a1').insert(0, 'Oops. ')
      first(doc, 'a1').delete(0, 6)
    },
  )
  expect(words).toEqual([])
})

test('words in long texts of facts and of records are given too', () => {
  const words = unsentAfter(
    (doc) => doc.getText('purpose.goalText').insert(0, 'Kept.'),
    (doc) => {
      doc.getText('purpose.goalText').insert(5, ' Goal.')
      doc.getMap('tasks').set('t1', new Y.Map([['note', new Y.Text('A note.')]]))
    },
  )
  expect(words).toEqual([
    { place: 'purpose.goalText', text: 'Goal.', value: null },
    { place: '', text: 'A note.', value: null },
  ])
})

test('facts that were filled in are given with their address, and what the server has or no field names is not', () => {
  const words = unsentAfter(
    (doc) => {
      doc.getMap('term').set('startDate', '2027-01-01')
      doc.getMap('parties').set('p1', new Y.Map([['name', 'Kept']]))
    },
    (doc) => {
      doc.getMap('term').set('endDate', '2029-01-01')
      doc.getMap('agreement').set('shortTitle', 'Samen')
      doc.getMap('agreement').set('noField', 'x')
      const party = doc.getMap('parties').get('p1') as Y.Map<unknown>
      party.set('kvkNumber', '12345678')
      party.set('@order', 'a1')
      doc.getMap('parties').set('p2', new Y.Map([['name', 'De Vuurboei']]))
    },
  )
  expect(words.sort((one, other) => one.place.localeCompare(other.place))).toEqual([
    { place: 'parties.p1.kvkNumber', text: '12345678', value: '12345678' },
    { place: 'parties.p2.name', text: 'De Vuurboei', value: 'De Vuurboei' },
    { place: 'shortTitle', text: 'Samen', value: 'Samen' },
    { place: 'term.endDate', text: '2029-01-01', value: '2029-01-01' },
  ])
})

test('of a fact that was filled in twice only what stood last is given, and nothing when it was emptied again', () => {
  const words = unsentAfter(
    (doc) => doc.getMap('term').set('startDate', '2027-01-01'),
    (doc) => {
      doc.getMap('term').set('endDate', '2028-01-01')
      doc.getMap('term').set('endDate', '2029-01-01')
      doc.getMap('term').set('startDate', '2026-01-01')
      doc.getMap('term').set('startDate', null)
    },
  )
  expect(words).toEqual([{ place: 'term.endDate', text: '2029-01-01', value: '2029-01-01' }])
})

test('a broken update takes only itself along', () => {
  const doc = new Y.Doc()
  const after: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => after.push(update))
  paragraph(doc, 'a1', 'Safe.')
  expect(unsentWords([new Uint8Array([9, 9, 9])], [new Uint8Array([1, 2, 3]), ...after])).toEqual([
    { place: 'articles.a1.body', text: 'Safe.', value: null },
  ])
})
