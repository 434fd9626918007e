import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { peopleInText } from '../../../../../client/screens/agreement/history/people-in-text.ts'
import { articleFragment } from '../../../../../shared/document/layout.ts'
import { readAgreement } from '../../../../../shared/document/read.ts'
import { writeAgreement } from '../../../../../shared/document/write.ts'
import { agreement, clauses } from '../../../../support/agreement.ts'
import { linkedDocuments } from '../../../../support/linked-documents.ts'

test('the people in a text come with how much they wrote and with each of their passages, who wrote most first', () => {
  const doc = new Y.Doc()
  doc.clientID = 1
  const body = clauses('Wij praten.', 'Slot.')
  writeAgreement(doc, agreement({ articles: [{ id: 'one', heading: 'Kop', numbered: true, body }] }))
  const { a, b, exchange } = linkedDocuments(doc)
  a.clientID = 2
  b.clientID = 3
  const runOf = (of: Y.Doc, paragraph: number) =>
    (articleFragment(of, 'one').get(paragraph) as Y.XmlElement).get(0) as Y.XmlText
  const long = ' En dat doen wij elke week, ook in de zomer, omdat het anders niet gaat.'
  runOf(a, 0).insert(11, long)
  runOf(b, 1).insert(5, ' Klaar.')
  runOf(b, 0).insert(0, 'Ja, ')
  exchange()
  const article = readAgreement(a).value.articles[0]
  const authorOf = (clientId: number) =>
    clientId === 1
      ? null
      : { key: `p${clientId}`, name: `P${clientId}`, initials: 'P', party: null, partyIndex: null }
  const people = peopleInText(
    articleFragment(a, 'one'),
    article?.body ?? { type: 'doc', content: [] },
    authorOf,
  )
  expect(people).toMatchObject([
    {
      author: { key: 'p2' },
      words: 15,
      quotes: [{ index: 1, words: 'En dat doen wij elke week, ook in de zomer, omdat het …' }],
    },
    {
      author: { key: 'p3' },
      words: 2,
      quotes: [
        { index: 0, words: 'Ja,' },
        { index: 2, words: 'Klaar.' },
      ],
    },
  ])
})
