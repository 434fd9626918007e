import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { addRecord, moveRecord, removeRecord, setField } from '../../../shared/document/edit.ts'
import {
  applyChange,
  baseOfChange,
  revertChange,
  standsAsProposed,
  wordsOfBlock,
} from '../../../shared/document/proposed-change.ts'
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

test('a row that went comes back between the rows it stood between, whatever rows came, went and moved at other places meanwhile', () => {
  const row = fc.nat({ max: 7 })
  const meanwhile = fc.array(fc.record({ do: fc.constantFrom('add', 'remove', 'swap'), row }), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(row, meanwhile, (gone, acts) => {
      const doc = new Y.Doc()
      const tasks = Array.from({ length: 8 }, (_, at) => ({ id: `t${at}`, title: `Taak ${at}` }))
      writeAgreement(doc, agreement({ tasks }))
      const now = () => readAgreement(doc).value.tasks.map(({ id }) => id)
      const change = { kind: 'row-remove', list: 'tasks', rowId: `t${gone}` } as const
      const { base } = baseOfChange(doc, change) ?? {}
      const above = now().slice(0, gone)
      const below = now().slice(gone + 1)
      const done = applyChange(doc, change, base, 'unused')
      for (const act of acts) {
        const id = `t${act.row}`
        if (act.do === 'add') addRecord(doc, 'tasks', { after: id })
        else if (act.do === 'remove') removeRecord(doc, 'tasks', id)
        // Within one side: a row that changes sides says nothing of where the other one stood.
        else
          for (const [first = '', ...rest] of [above, below])
            if (rest.includes(id) && now().includes(first)) moveRecord(doc, 'tasks', id, { after: first })
      }
      expect(done && revertChange(doc, change, base, done)).toBe(true)
      const at = now().indexOf(change.rowId)
      const stays = (id: string) => now().includes(id)
      for (const id of above.filter(stays)) expect(now().indexOf(id)).toBeLessThan(at)
      for (const id of below.filter(stays)) expect(now().indexOf(id)).toBeGreaterThan(at)
    }),
    { numRuns: 200 },
  )
})

test('paragraphs proposed in one place stand in the order in which they were proposed, whatever the order of the decisions', () => {
  const added = (text: string) =>
    ({
      kind: 'paragraph-add',
      articleId: 'a1',
      index: 0,
      seen: 'Wij werken samen.',
      paragraph: { kind: 'clause', level: 0, text },
    }) as const
  const [one, two, three] = ['Eén.', 'Twee.', 'Drie.'].map(added)
  for (const order of [
    [one, two, three],
    [three, one, two],
    [two, three, one],
  ]) {
    const doc = withTasks()
    for (const change of order.flatMap((each) => each ?? [])) {
      const { base } = baseOfChange(doc, change) ?? {}
      const earlier = [one, two, three].flatMap((each) => each ?? [])
      applyChange(doc, change, base, 'made', earlier.slice(0, earlier.indexOf(change)))
    }
    const text = readAgreement(doc).value.articles[0]?.body.content.map(wordsOfBlock)
    expect(text).toEqual(['Wij werken samen.', 'Eén.', 'Twee.', 'Drie.'])
  }
})
