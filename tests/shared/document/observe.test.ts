import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addRecord, moveRecord, removeRecord, setField } from '../../../shared/document/edit.ts'
import { articleFragment } from '../../../shared/document/layout.ts'
import { type ObservedChange, observeAgreement } from '../../../shared/document/observe.ts'
import { readAgreement } from '../../../shared/document/read.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { agreement, clauses } from '../../support/agreement.ts'

function watched() {
  const doc = new Y.Doc()
  writeAgreement(
    doc,
    agreement({
      parties: [{ id: 'x' }, { id: 'y' }],
      tasks: [{ id: 't', partyIds: ['y', 'x'] }],
      articles: [
        { id: 'one', body: clauses('een') },
        { id: 'two', body: clauses('twee') },
      ],
    }),
  )
  return { doc, observed: observeAgreement(doc) }
}

test('after every kind of change the observer says what a fresh reading says', () => {
  const { doc, observed } = watched()
  const changes = [
    () => setField(doc, 'shortTitle', 'Samen dichtbij'),
    () => setField(doc, 'parties.y.name', 'Stichting'),
    () => addRecord(doc, 'purpose.results', { values: { text: 'Meer ouders' } }),
    () => moveRecord(doc, 'parties', 'y', { after: null }),
    () => removeRecord(doc, 'tasks', 't'),
    () => articleFragment(doc, 'two').delete(0, 1),
    () => doc.getMap('laterEdition').set('x', 1),
  ]
  for (const change of changes) {
    observed.get()
    change()
    expect(observed.get()).toEqual(readAgreement(doc).value)
    expect(observed.messages()).toEqual(readAgreement(doc).messages)
  }
})

test('what did not change keeps its identity', () => {
  const { doc, observed } = watched()
  const before = observed.get()
  setField(doc, 'parties.y.name', 'Stichting')
  const after = observed.get()
  expect(after).not.toBe(before)
  expect(after.parties[0]).toBe(before.parties[0])
  expect(after.parties[1]).not.toBe(before.parties[1])
  expect(after.tasks).toBe(before.tasks)
  expect(after.purpose).toBe(before.purpose)
  expect(after.articles).toBe(before.articles)
  expect(observed.get()).toBe(after)
})

test('listeners hear each changing transaction until they stop', () => {
  const { doc, observed } = watched()
  let heard = 0
  const stop = observed.subscribe(() => heard++)
  setField(doc, 'shortTitle', 'a')
  doc.transact(() => undefined)
  stop()
  setField(doc, 'shortTitle', 'b')
  expect(heard).toBe(1)
})

test('listeners hear whether words of a text changed alone, and whether it was done here', () => {
  const { doc, observed } = watched()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const heard: ObservedChange[] = []
  observed.subscribe((change) => heard.push(change))
  articleFragment(doc, 'two').delete(0, 1)
  setField(doc, 'articles.two.heading', 'Twee')
  doc.transact(() => {
    articleFragment(doc, 'one').delete(0, 1)
    setField(doc, 'shortTitle', 'Samen dichtbij')
  })
  articleFragment(other, 'one').delete(0, 1)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)))
  expect(heard).toEqual([
    { isTextAlone: true, isOwn: true },
    { isTextAlone: false, isOwn: true },
    { isTextAlone: false, isOwn: true },
  ])
  articleFragment(other, 'two').insert(0, [new Y.XmlElement('paragraph')])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)))
  expect(heard.at(-1)).toEqual({ isTextAlone: true, isOwn: false })
})
