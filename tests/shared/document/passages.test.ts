import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleFragment, maybeSeedClient } from '../../../shared/document/layout.ts'
import { readPassages } from '../../../shared/document/passages.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { agreement } from '../../support/agreement.ts'
import { linkedDocuments } from '../../support/linked-documents.ts'

const BODY = {
  type: 'doc',
  content: [
    { type: 'paragraph', attrs: { kind: 'clause' }, content: [{ type: 'text', text: 'Wij praten.' }] },
    { type: 'block', attrs: { name: 'parties' } },
    {
      type: 'paragraph',
      attrs: { kind: 'clause' },
      content: [
        { type: 'text', text: 'Van ' },
        { type: 'field', attrs: { name: 'start_date' } },
        { type: 'text', text: ' af.', marks: [{ type: 'bold' }] },
      ],
    },
  ],
}

function pair() {
  const doc = new Y.Doc()
  doc.clientID = 1
  writeAgreement(doc, agreement({ articles: [{ id: 'one', heading: 'Kop', numbered: true, body: BODY }] }))
  const { a, b, exchange } = linkedDocuments(doc)
  a.clientID = 2
  b.clientID = 3
  return { a, b, exchange }
}

const runOf = (doc: Y.Doc, paragraph: number): Y.XmlText =>
  (articleFragment(doc, 'one').get(paragraph) as Y.XmlElement).get(0) as Y.XmlText
const passages = (doc: Y.Doc) => readPassages(articleFragment(doc, 'one'))

describe('the passages of a text', () => {
  test('a text nobody wrote in yet is all of the client that made the agreement, facts counted as one and tables left out', () => {
    const { a } = pair()
    expect(passages(a)).toEqual([
      { block: 0, from: 0, to: 11, clientId: 1 },
      { block: 2, from: 0, to: 9, clientId: 1 },
    ])
    expect(maybeSeedClient(a)).toBe(1)
  })

  test('words that two type into one sentence are told apart, on both sides alike, and what is deleted counts no more', () => {
    const { a, b, exchange } = pair()
    runOf(a, 0).insert(4, 'hier ')
    exchange()
    runOf(b, 0).insert(7, 'X')
    runOf(b, 0).delete(0, 1)
    exchange()
    const expected = [
      { block: 0, from: 0, to: 3, clientId: 1 },
      { block: 0, from: 3, to: 6, clientId: 2 },
      { block: 0, from: 6, to: 7, clientId: 3 },
      { block: 0, from: 7, to: 9, clientId: 2 },
      { block: 0, from: 9, to: 16, clientId: 1 },
    ]
    for (const doc of [a, b]) expect(passages(doc).filter(({ block }) => block === 0)).toEqual(expected)
  })

  test('a mark that another sets leaves the words with who wrote them', () => {
    const { a, b, exchange } = pair()
    runOf(b, 0).format(0, 3, { bold: {} })
    exchange()
    expect(passages(a)[0]).toEqual({ block: 0, from: 0, to: 11, clientId: 1 })
  })

  test('what another makes of a paragraph at its end stands with them, as Yjs keeps it', () => {
    const { a } = pair()
    // Splitting, as an editor does it: the tail is deleted and written anew.
    runOf(a, 0).delete(3, 8)
    const tail = new Y.XmlElement('paragraph')
    tail.insert(0, [new Y.XmlText(' praten.')])
    articleFragment(a, 'one').insert(1, [tail])
    expect(passages(a).slice(0, 2)).toEqual([
      { block: 0, from: 0, to: 3, clientId: 1 },
      { block: 1, from: 0, to: 8, clientId: 2 },
    ])
  })

  test('whoever marks the layout later is not the one that made the agreement', () => {
    const { a, b, exchange } = pair()
    b.getMap('layout').set('version', 1)
    exchange()
    expect(maybeSeedClient(a)).toBe(1)
    expect(maybeSeedClient(new Y.Doc())).toBe(null)
  })
})
