import { describe, expect, test } from 'vitest'
import {
  changedFacts,
  draftOf,
  isProposable,
  newRow,
  readDraft,
  readRow,
  withKey,
} from '../../../../client/screens/proposals/proposed-draft.ts'
import { agreement } from '../../../support/agreement.ts'
import { realCatalog } from '../../../support/examples-on-paper.ts'

const body = agreement()
const catalog = realCatalog()
const read = (address: string, draft: string) => readDraft(address, draft, body, catalog)

describe('what is filled in for a fact', () => {
  test.each([
    ['a date', 'term.startDate', '2027-03-01', '1 maart 2027'],
    ['an amount', 'financing.lines.l1.amount', 1250.5, '1250,50'],
    ['a number', 'financing.lines.l1.persons', 3, '3'],
    ['a choice', 'tasks.t1.status', 'done', 'done'],
    ['yes', 'term.indefinite', true, 'yes'],
    ['no', 'term.indefinite', false, 'no'],
    ['a long text', 'recitals.r1.text', 'Omdat het moet.', 'Omdat het moet.'],
    ['no answer', 'term.startDate', null, ''],
  ])('given %s, it reads as people write it and says the same again', (_, address, value, draft) => {
    expect(draftOf(address, value)).toBe(draft)
    expect(read(address, draft)).toEqual({ ok: true, value })
  })

  test('given a date that is none, it stands for nothing', () => {
    expect(read('term.startDate', 'ooit')).toEqual({ ok: false, reason: 'date' })
  })

  test('given what is kept as a whole, it can not be proposed', () => {
    expect(isProposable('factorScores')).toBe(false)
    expect(isProposable('tasks.t1.partyIds')).toBe(true)
  })

  test('given a set, keys go in and out of it, in whatever order', () => {
    const draft = withKey(withKey(draftOf('tasks.t1.partyIds', ['q', 'p']), 'r', true), 'p', false)
    expect(read('tasks.t1.partyIds', draft)).toEqual({ ok: true, value: ['q', 'r'] })
    expect(withKey(withKey(draft, 'q', false), 'r', false)).toBe('')
    const now = { partyIds: ['r', 'q'] }
    expect(changedFacts('tasks', 't1', now, { partyIds: ['q', 'r'] })).toEqual([])
    expect(changedFacts('tasks', 't1', now, { partyIds: [] })).toMatchObject([{ value: [] }])
  })
})

describe('what is filled in for a row', () => {
  const now = { id: 'd1', term: 'gezin', meaning: null }
  const address = (name: string) => `definitions.d1.${name}`
  const values = (drafts: Record<string, string>) => readRow(drafts, address, body, catalog) ?? {}

  test('given one changed fact, a change for that one alone; given none, none', () => {
    expect(
      changedFacts('definitions', 'd1', now, values({ term: 'gezin', meaning: 'Wie samenwoont.' })),
    ).toEqual([{ kind: 'fact', address: 'definitions.d1.meaning', value: 'Wie samenwoont.' }])
    expect(changedFacts('definitions', 'd1', now, values({ term: 'gezin', meaning: '' }))).toEqual([])
  })

  test('given a fact that is emptied, no answer is proposed', () => {
    expect(changedFacts('definitions', 'd1', now, values({ term: '' }))).toEqual([
      { kind: 'fact', address: 'definitions.d1.term', value: null },
    ])
  })

  test('given a new row, it has what was filled in and what its table begins with; given nothing, there is none', () => {
    expect(newRow('tasks', { clusterId: 'trust' }, { title: 'Bellen', status: null })).toEqual([
      { kind: 'row-add', list: 'tasks', values: { clusterId: 'trust', title: 'Bellen' } },
    ])
    expect(newRow('tasks', { clusterId: 'trust' }, { title: null })).toEqual([])
  })

  test('given one fact that does not fit, the row stands for nothing', () => {
    expect(
      readRow({ startDate: 'ooit', title: 'Bellen' }, (name) => `tasks.t1.${name}`, body, catalog),
    ).toBeNull()
  })
})
