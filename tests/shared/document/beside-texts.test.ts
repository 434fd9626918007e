import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { emptyRichText } from '../../../shared/agreement/rich-text.ts'
import { addText } from '../../../shared/document/article-edit.ts'
import { workedOutOfFacts } from '../../../shared/document/beside-texts.ts'
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
