import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addRecord, removeRecord, setField } from '../../../shared/document/edit.ts'
import { readAgreement } from '../../../shared/document/read.ts'
import { createUndoManager } from '../../../shared/document/undo.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { agreement } from '../../support/agreement.ts'
import { linkedDocuments } from '../../support/linked-documents.ts'
import { sharedLine } from '../../support/shared-line.ts'

function begun(): Y.Doc {
  const doc = new Y.Doc()
  writeAgreement(doc, agreement({ parties: [{ id: 'x', name: 'Gemeente' }] }))
  return doc
}

function pair() {
  const { a, b, exchange } = linkedDocuments(begun())
  const undo = createUndoManager(a)
  const type = (doc: Y.Doc, ...values: (string | null)[]) => {
    for (const value of values) setField(doc, 'purpose.area', value)
    exchange()
  }
  return { a, b, undo, type, area: () => readAgreement(b).value.purpose.area, exchange }
}

test('in a line that another wrote on since, undo takes back the own letters alone, and redo puts them there again', () => {
  const { a, b, undo, type, area, exchange } = pair()
  type(b, 'plan')
  type(a, 'plan ', 'plan B')
  type(b, 'Een plan B nu')
  undo.undo()
  exchange()
  expect(area()).toBe('Een plan nu')
  undo.redo()
  exchange()
  expect(area()).toBe('Een plan B nu')
})

test.each([
  ['what was typed into an empty line', [], ['J', 'Ja'], null],
  ['a word that was written anew', ['oud plan'], ['nieuw plan'], 'oud plan'],
  ['that a line was cleared', ['oud'], [null], 'oud'],
])('undo takes back %s', (_, before, typed, after) => {
  const { a, b, undo, type, area, exchange } = pair()
  type(b, ...before)
  type(a, ...typed)
  expect(undo.undo()).not.toBeNull()
  exchange()
  expect(area()).toBe(after)
  expect([undo.undoStack.length, undo.redoStack.length]).toEqual([0, 1])
  expect(undo.undo()).toBeNull()
})

test('what was typed in one line in one go is one step; after a while, or in another line, it is the next', () => {
  const { a, undo, type, area, exchange } = pair()
  type(a, 'J', 'Ja')
  undo.stopCapturing()
  type(a, 'Jaa', 'Jaar')
  setField(a, 'purpose.targetGroup', 'Ouders')
  undo.undo()
  undo.undo()
  exchange()
  expect([area(), readAgreement(a).value.purpose.targetGroup]).toEqual(['Ja', null])
})

test('steps of lines and of what else was done are taken back, and done again, in their order', () => {
  const { a, undo, type, exchange, area } = pair()
  const told = () => {
    const { parties, purpose, term } = readAgreement(a).value
    return [purpose.area, term.startDate, ...parties.map(({ name }) => name)]
  }
  const states = [told()]
  const change = (does: () => void) => {
    undo.stopCapturing()
    does()
    states.push(told())
  }
  change(() => type(a, 'J', 'Ja'))
  change(() => addRecord(a, 'parties', {}, () => 'y'))
  change(() => setField(a, 'parties.y.name', 'Stichting'))
  change(() => removeRecord(a, 'parties', 'y'))
  change(() => setField(a, 'term.startDate', '2027-01-01'))
  const back = [told()]
  while (undo.undo()) back.push(told())
  expect(back.toReversed()).toEqual(states)
  const again = [told()]
  while (undo.redo()) again.push(told())
  expect(again).toEqual(states)
  exchange()
  expect(area()).toBe('Ja')
})

test('a step of which nothing is left is passed over, and none behind it is lost', () => {
  const { a, b, undo, type, area, exchange } = pair()
  type(a, 'Ja')
  setField(a, 'term.startDate', '2027-01-01')
  exchange()
  setField(b, 'term.startDate', '2027-02-01')
  exchange()
  undo.undo()
  exchange()
  expect([area(), readAgreement(b).value.term.startDate]).toEqual([null, '2027-02-01'])
})

test('two type at once in one line: undo takes back every letter of one, and none of the other', () => {
  const turn = fc.record({ does: fc.constantFrom('type', 'take', 'rest'), who: fc.nat(1) })
  const start = Y.encodeStateAsUpdate(begun())
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
      const line = sharedLine(start, 2)
      const [first] = line.people
      if (!first) throw new Error('two people are there')
      const undo = createUndoManager(first.doc)
      const own: string[] = []
      for (const { does, who } of turns) {
        if (does === 'take') line.take(who, 1 - who)
        if (does === 'rest') undo.stopCapturing()
        if (does !== 'type') continue
        line.type(who)
        if (who === 0) own.push(line.typed().at(-1) ?? '')
      }
      line.settle()
      while (undo.undo());
      line.settle()
      const others = line.typed().filter((letter) => !own.includes(letter))
      expect(line.lines().map((text) => [...text].sort())).toEqual([others, others])
      while (undo.redo());
      line.settle()
      expect(line.lines().map((text) => [...text].sort())).toEqual([line.typed(), line.typed()])
    }),
  )
})
