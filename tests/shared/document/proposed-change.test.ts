import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { removeRecord, setField } from '../../../shared/document/edit.ts'
import { baseOfChange, standsAsProposed } from '../../../shared/document/proposed-change.ts'
import { readAgreement } from '../../../shared/document/read.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { agreement, clauses } from '../../support/agreement.ts'

const removal = { kind: 'row-remove', list: 'tasks', rowId: 't2' } as const

function withTasks(): Y.Doc {
  const doc = new Y.Doc()
  const tasks = [{ id: 't1' }, { id: 't2', title: 'Huiswerk', partyIds: ['y', 'x'] }]
  const articles = [{ id: 'a1', body: clauses('Wij werken samen.') }]
  writeAgreement(doc, agreement({ parties: [{ id: 'x' }, { id: 'y' }], tasks, articles }))
  return doc
}

test('a row that would go is kept as the agreement says it, and stands until it says something else or is gone', () => {
  const doc = withTasks()
  const { base } = baseOfChange(doc, removal) ?? {}
  expect(base).toEqual(readAgreement(doc).value.tasks[1])
  expect(standsAsProposed(doc, removal, base)).toBe(true)
  setField(doc, 'tasks.t2.title', 'Huiswerk maken')
  expect(standsAsProposed(doc, removal, base)).toBe(false)
  removeRecord(doc, 'tasks', 't2')
  expect(baseOfChange(doc, removal)).toBeNull()
})

test('looking at a row reads no text of the agreement', () => {
  const doc = withTasks()
  const texts = vi.spyOn(doc, 'getXmlFragment')
  baseOfChange(doc, removal)
  expect(texts).not.toHaveBeenCalled()
})
