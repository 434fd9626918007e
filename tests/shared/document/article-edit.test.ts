import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { canonicalRichText } from '../../../shared/agreement/canonical-rich-text.ts'
import {
  addText,
  putBackText,
  removedIds,
  removeText,
  replaceText,
} from '../../../shared/document/article-edit.ts'
import { addRecord, moveRecord, removeRecord, setField } from '../../../shared/document/edit.ts'
import { articleFragment } from '../../../shared/document/layout.ts'
import { readAgreement } from '../../../shared/document/read.ts'
import { createUndoManager } from '../../../shared/document/undo.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { agreement, clauses as plainClauses } from '../../support/agreement.ts'
import { linkedDocuments } from '../../support/linked-documents.ts'

const clauses = (...texts: string[]) => canonicalRichText(plainClauses(...texts))

function pair() {
  const doc = new Y.Doc()
  const article = (id: string) => ({
    id,
    heading: `Kop ${id}`,
    numbered: true,
    body: clauses(`Tekst ${id}.`, 'Slot.'),
  })
  writeAgreement(doc, agreement({ articles: [article('one'), article('two'), article('three')] }))
  return linkedDocuments(doc)
}

const articlesOf = (doc: Y.Doc) => readAgreement(doc).value.articles
const order = (doc: Y.Doc) => articlesOf(doc).map(({ id }) => id)
const words = (doc: Y.Doc, id: string) => JSON.stringify(articlesOf(doc).find((each) => each.id === id)?.body)

/** Types at the end of a paragraph, as the editor does. */
function type(doc: Y.Doc, id: string, paragraph: number, text: string): void {
  const element = articleFragment(doc, id).get(paragraph) as Y.XmlElement
  const run = element.get(0) as Y.XmlText
  run.insert(run.length, text)
}

describe('an article that is taken out', () => {
  test('is gone for all, its heading is known to references, and words typed meanwhile come back with it', () => {
    const { a, b, exchange } = pair()
    const history = createUndoManager(a)
    removeText(a, 'articles', 'two')
    type(b, 'two', 0, ' Meer.')
    setField(b, 'articles.two.heading', 'Nieuwe kop')
    moveRecord(b, 'articles', 'two', { after: 'three' })
    exchange()
    expect(order(b)).toEqual(['one', 'three'])
    expect(readAgreement(b).value.removedTexts).toEqual([{ id: 'two', heading: 'Kop two' }])
    history.undo()
    exchange()
    for (const doc of [a, b]) {
      expect(order(doc)).toEqual(['one', 'three', 'two'])
      expect(words(doc, 'two')).toContain('Tekst two. Meer.')
      expect(articlesOf(doc)[2]?.heading).toBe('Nieuwe kop')
      expect(readAgreement(doc).value.removedTexts).toEqual([])
    }
  })

  test('can be put back by another, long after', () => {
    const { a, b, exchange } = pair()
    removeRecord(a, 'articles', 'one')
    exchange()
    expect(removedIds(b, 'articles')).toEqual(['one'])
    expect(putBackText(b, 'articles', 'one')).toBe(true)
    exchange()
    expect(order(a)).toEqual(['one', 'two', 'three'])
    expect(putBackText(a, 'articles', 'one')).toBe(false)
  })

  test('stays out when somebody else took it out as well and only one takes it back', () => {
    const { a, b, exchange } = pair()
    const histories = [createUndoManager(a), createUndoManager(b)]
    removeText(a, 'articles', 'two')
    removeText(b, 'articles', 'two')
    exchange()
    for (const history of histories) history.undo()
    exchange()
    expect(order(a)).toEqual(order(b))
    expect(order(a)).toContain('two')
  })

  test('a second removal answers that there is nothing to remove', () => {
    const { a } = pair()
    expect(removeText(a, 'articles', 'two')).toBe(true)
    expect(removeText(a, 'articles', 'two')).toBe(false)
    expect(removeText(a, 'annexes', 'none')).toBe(false)
  })
})

describe('an article that is added', () => {
  test('stands at its place with its words on every side', () => {
    const { a, b, exchange } = pair()
    const text = { values: { heading: 'Nieuw', numbered: true }, body: clauses('Een.', 'Twee.') }
    addText(a, 'articles', 'new', text, { after: 'one' })
    exchange()
    expect(order(b)).toEqual(['one', 'new', 'two', 'three'])
    expect(articlesOf(b)[1]).toMatchObject({
      heading: 'Nieuw',
      numbered: true,
      body: clauses('Een.', 'Twee.'),
    })
    expect(() => addText(b, 'articles', 'new', text, {})).toThrow(RangeError)
  })

  test('is one step of undo, apart from what was typed a moment before and after', () => {
    const { a } = pair()
    const history = createUndoManager(a)
    setField(a, 'place', 'Weidehaven')
    addText(a, 'articles', 'new', { values: { heading: 'Nieuw' }, body: clauses('Een.') }, {})
    setField(a, 'shortTitle', 'Samen')
    history.undo()
    expect(order(a)).toContain('new')
    history.undo()
    expect(order(a)).not.toContain('new')
    expect(readAgreement(a).value.place).toBe('Weidehaven')
    history.redo()
    expect(words(a, 'new')).toContain('Een.')
  })

  test('stays when its maker takes it back after another wrote in it', () => {
    const { a, b, exchange } = pair()
    const history = createUndoManager(a)
    addText(a, 'articles', 'new', { values: { heading: 'Nieuw' }, body: clauses('Een.', 'Twee.') }, {})
    exchange()
    type(b, 'new', 1, ' Van een ander.')
    exchange()
    history.undo()
    exchange()
    for (const doc of [a, b]) {
      expect(words(doc, 'new')).toContain('Van een ander.')
      expect(articlesOf(doc).find(({ id }) => id === 'new')?.heading).toBe('Nieuw')
    }
  })
})

test('undo of a new row leaves the row when another filled a cell in it', () => {
  const { a, b, exchange } = pair()
  const history = createUndoManager(a)
  const id = addRecord(a, 'parties', { values: { role: 'school' } })
  exchange()
  setField(b, `parties.${id}.name`, 'De Vuurboei')
  exchange()
  history.undo()
  exchange()
  expect(readAgreement(b).value.parties).toMatchObject([{ id, name: 'De Vuurboei', role: 'school' }])
  const own = addRecord(a, 'parties', { values: { role: 'police' } })
  history.undo()
  expect(readAgreement(a).value.parties.map((party) => party.id)).not.toContain(own)
})

describe("the template's text in place of the own", () => {
  const body = clauses('Tekst two.', 'Van het model.', 'Slot.')

  test('changes only what differs, so that words typed elsewhere in it stay', () => {
    const { a, b, exchange } = pair()
    replaceText(a, 'articles', 'two', { values: {}, body })
    type(b, 'two', 0, ' Van een ander.')
    exchange()
    expect(words(a, 'two')).toBe(words(b, 'two'))
    expect(words(b, 'two')).toContain('Tekst two. Van een ander.')
    expect(words(b, 'two')).toContain('Van het model.')
  })

  test('is taken back as one step', () => {
    const { a } = pair()
    const history = createUndoManager(a)
    const before = words(a, 'two')
    replaceText(a, 'articles', 'two', { values: { heading: 'Model' }, body: clauses('Heel anders.') })
    expect(words(a, 'two')).toContain('Heel anders.')
    history.undo()
    expect(words(a, 'two')).toBe(before)
    expect(articlesOf(a)[1]?.heading).toBe('Kop two')
  })

  test('what says the same already is not touched', () => {
    const { a } = pair()
    const element = articleFragment(a, 'two').get(0)
    replaceText(a, 'articles', 'two', { values: {}, body: clauses('Tekst two.', 'Slot.') })
    expect(articleFragment(a, 'two').get(0)).toBe(element)
    expect(words(a, 'two')).toContain('Slot.')
  })
})
