import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { emptyRichText } from '../../../shared/agreement/rich-text.ts'
import { addText } from '../../../shared/document/article-edit.ts'
import { subscribeToFacts, workedOutOfFacts } from '../../../shared/document/beside-texts.ts'
import { addRecord, setField } from '../../../shared/document/edit.ts'
import { articleFragment } from '../../../shared/document/layout.ts'
import { observeAgreement } from '../../../shared/document/observe.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { agreement, clauses } from '../../support/agreement.ts'
import { type } from '../../support/edit-prose.ts'

test('what is worked out of facts is worked out again after a fact, a row, a heading or an article changed, and not while somebody types', () => {
  const doc = new Y.Doc()
  writeAgreement(
    doc,
    agreement({ articles: [{ id: 'a1', heading: 'Doel', body: clauses('Wij werken samen.') }] }),
  )
  let count = 0
  const value = workedOutOfFacts(observeAgreement(doc), ({ shortTitle, articles }) => {
    count += 1
    return [shortTitle, ...articles.map(({ heading }) => heading)]
  })
  value()
  for (const letter of ['e', 'n']) {
    type(articleFragment(doc, 'a1'), 0, letter)
    expect(value()).toEqual([null, 'Doel'])
  }
  expect(count).toBe(1)
  const changes = [
    () => setField(doc, 'shortTitle', 'Samen'),
    () => addRecord(doc, 'tasks', { values: { title: 'Huiswerk' } }),
    () => setField(doc, 'articles.a1.heading', 'Doelen'),
    () => addText(doc, 'articles', 'a2', { values: { heading: 'Duur' }, body: emptyRichText() }, {}),
  ]
  for (const [at, change] of changes.entries()) {
    change()
    value()
    expect(value()).toBe(value())
    expect(count).toBe(at + 2)
  }
  expect(value()).toEqual(['Samen', 'Doelen', 'Duur'])
})

test('who follows the facts is called for a fact and for no letter in a text, and not after having stopped', () => {
  const doc = new Y.Doc()
  writeAgreement(
    doc,
    agreement({ articles: [{ id: 'a1', heading: 'Doel', body: clauses('Wij werken samen.') }] }),
  )
  const store = observeAgreement(doc)
  const calls = [0, 0]
  const [stop, stopOther] = [0, 1].map((at) =>
    subscribeToFacts(store, () => calls.splice(at, 1, (calls[at] ?? 0) + 1)),
  )
  type(articleFragment(doc, 'a1'), 0, 'e')
  expect(calls).toEqual([0, 0])
  setField(doc, 'shortTitle', 'Samen')
  expect(calls).toEqual([1, 1])
  stop?.()
  setField(doc, 'shortTitle', 'Samen dichtbij')
  expect(calls).toEqual([1, 2])
  stopOther?.()
  setField(doc, 'shortTitle', 'Samen')
  expect(calls).toEqual([1, 2])
})
