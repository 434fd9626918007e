import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addRecord,
  addToSet,
  longTextAt,
  moveRecord,
  removeFromSet,
  removeRecord,
  replaceLongText,
  setField,
  setJson,
} from '../../../shared/document/edit.ts'
import { articleFragment } from '../../../shared/document/layout.ts'
import { readAgreement } from '../../../shared/document/read.ts'
import { createUndoManager } from '../../../shared/document/undo.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { agreement, clauses } from '../../support/agreement.ts'
import { linkedDocuments } from '../../support/linked-documents.ts'

function pair(parts: Record<string, unknown> = {}) {
  const doc = new Y.Doc()
  writeAgreement(doc, agreement({ parties: [{ id: 'x' }, { id: 'y' }, { id: 'z' }], ...parts }))
  return linkedDocuments(doc)
}

const partyOrder = (doc: Y.Doc) => readAgreement(doc).value.parties.map(({ id }) => id)

function expectEqual(a: Y.Doc, b: Y.Doc): void {
  expect(readAgreement(b)).toEqual(readAgreement(a))
}

describe('two people at the same moment', () => {
  test('different fields of one row both stay', () => {
    const { a, b, exchange } = pair()
    setField(a, 'parties.x.name', 'Gemeente Weidehaven')
    setField(b, 'parties.x.city', 'Weidehaven')
    exchange()
    expectEqual(a, b)
    expect(readAgreement(a).value.parties[0]).toMatchObject({
      name: 'Gemeente Weidehaven',
      city: 'Weidehaven',
    })
  })

  test('words typed into one long text both stay', () => {
    const { a, b, exchange } = pair({ purpose: { goalText: 'Ouders vragen hulp.' } })
    const [inA, inB] = [longTextAt(a, 'purpose.goalText'), longTextAt(b, 'purpose.goalText')]
    if (!inA || !inB) throw new Error('no text')
    replaceLongText(a, inA, 'Alle ouders vragen hulp.')
    replaceLongText(b, inB, 'Ouders vragen eerder hulp.')
    exchange()
    expectEqual(a, b)
    expect(inA.toString()).toContain('lle ')
    expect(inA.toString()).toContain('eerder')
  })

  test('two additions to a set both stay, and each can be taken out', () => {
    const { a, b, exchange } = pair({ tasks: [{ id: 't' }] })
    addToSet(a, 'tasks.t.partyIds', 'x')
    addToSet(b, 'tasks.t.partyIds', 'z')
    exchange()
    expect(readAgreement(a).value.tasks[0]?.partyIds).toEqual(['x', 'z'])
    removeFromSet(b, 'tasks.t.partyIds', 'x')
    exchange()
    expectEqual(a, b)
    expect(readAgreement(a).value.tasks[0]?.partyIds).toEqual(['z'])
  })

  test('rows put at the same place stand in one order everywhere, and there is room between them', () => {
    const { a, b, exchange } = pair()
    const one = addRecord(a, 'parties', { after: 'x' })
    const two = addRecord(b, 'parties', { after: 'x' })
    exchange()
    expectEqual(a, b)
    const [first, second] = [one, two].sort()
    expect(partyOrder(a)).toEqual(['x', first, second, 'y', 'z'])
    const between = addRecord(a, 'parties', { after: first })
    exchange()
    expectEqual(a, b)
    expect(partyOrder(b)).toEqual(['x', first, between, second, 'y', 'z'])
  })

  test('an article moves while another types in it, and keeps every word', () => {
    const { a, b, exchange } = pair({
      articles: [
        { id: 'one', body: clauses('een') },
        { id: 'two', body: clauses('twee') },
      ],
    })
    moveRecord(a, 'articles', 'two', { after: null })
    const text = (articleFragment(b, 'two').get(0) as Y.XmlElement).get(0) as Y.XmlText
    text.insert(4, ' keer per week')
    exchange()
    expectEqual(a, b)
    expect(readAgreement(a).value.articles.map(({ id }) => id)).toEqual(['two', 'one'])
    expect(JSON.stringify(readAgreement(a).value.articles[0])).toContain('twee keer per week')
  })

  test('a change to a row that somebody just removed answers false and harms nothing', () => {
    const { a, b, exchange } = pair()
    removeRecord(a, 'parties', 'y')
    exchange()
    expect(setField(b, 'parties.y.name', 'te laat')).toBe(false)
    expect(longTextAt(b, 'parties.y.supportBaseText')).toBeNull()
    expectEqual(a, b)
  })
})

describe('undo', () => {
  test('takes back one’s own last change in prose and tables, never another’s', () => {
    const { a, b, exchange } = pair()
    const undo = createUndoManager(a)
    setField(a, 'parties.x.name', 'Mijn naam')
    undo.stopCapturing()
    removeRecord(a, 'parties', 'y')
    setField(b, 'parties.z.name', 'Van een ander')
    exchange()
    undo.undo()
    expect(partyOrder(a)).toEqual(['x', 'y', 'z'])
    undo.undo()
    undo.undo()
    exchange()
    expectEqual(a, b)
    expect(readAgreement(a).value.parties.map(({ name }) => name)).toEqual([null, null, 'Van een ander'])
  })
})

describe('replaceLongText', () => {
  test('always gives the wanted text and never splits a character', () => {
    const pieces = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', 'é', ' '), maxLength: 12 })
    fc.assert(
      fc.property(pieces, pieces, (before, after) => {
        const doc = new Y.Doc()
        const text = doc.getText('t')
        text.insert(0, before)
        replaceLongText(doc, text, after)
        expect(text.toString()).toBe(after)
        const other = new Y.Doc()
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
        expect(other.getText('t').toString()).toBe(after)
      }),
    )
  })
})

test('an address the agreement does not have is misuse', () => {
  const { a } = pair()
  expect(() => setField(a, 'parties.x.nothing', 1)).toThrow(RangeError)
  expect(() => setField(a, 'purpose', 1)).toThrow(RangeError)
  expect(() => addRecord(a, 'purpose', {})).toThrow(RangeError)
})

test('a value that is replaced as a whole takes nothing of the one before with it, and only such a field takes it', () => {
  const { a, b, exchange } = pair()
  setJson(a, 'factorScores', { F01: { x: 3 } })
  setJson(a, 'factorScores', { F02: { y: 4 } })
  exchange()
  expect(readAgreement(b).value.factorScores).toEqual({ F02: { y: 4 } })
  expect(() => setJson(a, 'shortTitle', {})).toThrow()
})
