import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { fieldNameOf, keyOfList, recordsAt, valueAt } from '../../../client/forms/address.ts'
import { factsAt } from '../../../client/forms/fact-form.tsx'
import { placeBeside } from '../../../client/forms/use-records.ts'
import { agreementBody } from '../../../shared/agreement/agreement.ts'
import { LISTS } from '../../../shared/agreement/schema-walk.ts'
import { addRecord, setField } from '../../../shared/document/edit.ts'
import { observeAgreement } from '../../../shared/document/observe.ts'
import { writeAgreement } from '../../../shared/document/write.ts'
import { FIELD_NAMES } from '../../../shared/template/field-names.ts'

function agreement() {
  const doc = new Y.Doc()
  writeAgreement(doc, agreementBody.parse({}))
  return { doc, store: observeAgreement(doc) }
}

describe('an address', () => {
  test('leads to the value of a record, a group and the agreement itself', () => {
    const { doc, store } = agreement()
    const id = addRecord(doc, 'parties', { values: { name: 'Gemeente Weidehaven' } })
    setField(doc, 'term.noticeMonths', 3)
    setField(doc, 'shortTitle', 'Samen dichtbij')
    const body = store.get()
    expect(valueAt(body, `parties.${id}.name`)).toBe('Gemeente Weidehaven')
    expect(valueAt(body, 'term.noticeMonths')).toBe(3)
    expect(valueAt(body, 'shortTitle')).toBe('Samen dichtbij')
  })
  test('of a record that is gone leads to nothing, of a field that never was is misuse', () => {
    const { store } = agreement()
    expect(valueAt(store.get(), 'parties.gone.name')).toBeUndefined()
    expect(() => valueAt(store.get(), 'parties.x.colour')).toThrow(RangeError)
  })
  test('has a label in the catalogue, for every field of every list and group', () => {
    const inLists = [...LISTS.values()].flatMap(({ path, record, key }) =>
      Object.keys(record.shape)
        .filter((name) => name !== key && name !== 'body' && name !== 'origin')
        .map((name) => fieldNameOf(`${path}.x.${name}`)),
    )
    expect(inLists.filter((name) => !FIELD_NAMES.includes(name))).toEqual([])
    expect(
      factsAt('term')
        .map(fieldNameOf)
        .filter((name) => !FIELD_NAMES.includes(name)),
    ).toEqual([])
  })
})

test('an unchanged record keeps its identity when another one changes, so that only one row is drawn again', () => {
  const { doc, store } = agreement()
  const first = addRecord(doc, 'tasks', { values: { title: 'een' } })
  const second = addRecord(doc, 'tasks', { values: { title: 'twee' } })
  const before = recordsAt(store.get(), 'tasks')
  setField(doc, `tasks.${second}.title`, 'drie')
  const after = recordsAt(store.get(), 'tasks')
  expect(after.map(({ title }) => title)).toEqual(['een', 'drie'])
  expect(after[0]).toBe(before[0])
  expect(keyOfList('tasks')).toBe('id')
  expect(first).not.toBe(second)
})

test('a form of a group shows its single facts and no tables', () => {
  expect(factsAt('term')).toContain('term.endDate')
  expect(factsAt('financing')).not.toContain('financing.lines')
  expect(factsAt('legalStatus')).toEqual(['legalStatus'])
  expect(factsAt('financing.lines')).toEqual([])
  expect(factsAt('nothing')).toEqual([])
})

test('a record passes its neighbour, and at the end of the list it cannot', () => {
  expect(placeBeside(['a', 'b', 'c'], 'b', -1)).toEqual({ before: 'a' })
  expect(placeBeside(['a', 'b', 'c'], 'b', 1)).toEqual({ after: 'c' })
  expect(placeBeside(['a', 'b', 'c'], 'c', 1)).toBeNull()
  expect(placeBeside(['a'], 'gone', 1)).toBeNull()
})
