import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { emptyRichText } from '../../../shared/agreement/rich-text.ts'
import { removeText, replaceText } from '../../../shared/document/article-edit.ts'
import { addRecord, addToSet, moveRecord, removeRecord, setField } from '../../../shared/document/edit.ts'
import { articleFragment, rootText } from '../../../shared/document/layout.ts'
import { placesChanged } from '../../../shared/document/places-changed.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { agreement, clauses } from '../../support/agreement.ts'

/** An agreement, and the places that each transaction on it changed. */
function watched() {
  const doc = new Y.Doc()
  writeAgreement(
    doc,
    agreement({
      parties: [{ id: 'x' }, { id: 'y' }],
      tasks: [{ id: 't', partyIds: ['x'] }],
      articles: [
        { id: 'one', heading: 'Een', body: clauses('een') },
        { id: 'two', heading: 'Twee', body: clauses('twee') },
      ],
      annexes: [{ id: 'annex', title: 'Bijlage', body: clauses('drie') }],
    }),
  )
  let places: string[] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    places = [...placesChanged(transaction)].sort()
  })
  const placesOf = (change: () => void) => {
    places = []
    change()
    return places
  }
  return { doc, placesOf }
}

const { doc, placesOf } = watched()
const letters = () => (articleFragment(doc, 'one').get(0) as Y.XmlElement).get(0) as Y.XmlText

const cases: [what: string, change: () => void, places: string[]][] = [
  ['letters in an article', () => letters().insert(0, 'x'), ['one']],
  ['a paragraph in an article', () => articleFragment(doc, 'two').delete(0, 1), ['two']],
  ['the heading of an article', () => setField(doc, 'articles.one.heading', 'Eerst'), ['one']],
  ['the place of an article', () => moveRecord(doc, 'articles', 'two', { after: null }), ['two']],
  [
    'the text of an annex',
    () => replaceText(doc, 'annexes', 'annex', { values: {}, body: emptyRichText() }),
    ['annex'],
  ],
  ['a value of the agreement itself', () => setField(doc, 'shortTitle', 'Samen'), ['']],
  ['a set of the agreement itself', () => addToSet(doc, 'bindingArticleKeys', 'k'), ['']],
  ['a value of a group', () => setField(doc, 'term.startDate', '2027-01-01'), ['term']],
  ['a long text of a group', () => rootText(doc, 'purpose.goalText').insert(0, 'doel'), ['purpose']],
  ['a set of a group', () => addToSet(doc, 'governance.steeringGroupPartyIds', 'x'), ['governance']],
  ['a value of a record', () => setField(doc, 'parties.y.name', 'Stichting'), ['parties']],
  ['a set of a record', () => addToSet(doc, 'tasks.t.partyIds', 'y'), ['tasks']],
  [
    'a new row in a list of a group',
    () => addRecord(doc, 'purpose.results', { values: { text: 'x' } }),
    ['purpose.results'],
  ],
  ['a row that goes', () => removeRecord(doc, 'tasks', 't'), ['tasks']],
  ['what no agreement has', () => doc.getMap('laterEdition').set('x', 1), []],
  [
    'the text of an article that nobody made',
    () => articleFragment(doc, 'nowhere').push([new Y.XmlElement('paragraph')]),
    [],
  ],
  [
    'two places in one go',
    () =>
      doc.transact(() => {
        setField(doc, 'parties.x.name', 'Gemeente')
        letters().insert(0, 'y')
      }),
    ['one', 'parties'],
  ],
]

test.each(cases)('%s counts for its place alone', (_, change, places) => {
  expect(placesOf(change)).toEqual(places)
})

test('an article that is taken out is a change of that article, and nothing of the list that follows from it', () => {
  expect(placesOf(() => removeText(doc, 'articles', 'two'))).toEqual(['two'])
})

test('an id of a peer that is endlessly long is no place', () => {
  expect(placesOf(() => doc.getMap('articles').set('x'.repeat(81), new Y.Map()))).toEqual([])
})
