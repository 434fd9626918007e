import { describe, expect, test } from 'vitest'
import type { OutlineEntry } from '../../../../client/screens/agreement/overview-of.ts'
import { type WrapUpSources, wrapUpOf } from '../../../../client/screens/meeting/wrap-up.ts'
import type { ConsentState } from '../../../../shared/agreement/consent.ts'
import type { Consent } from '../../../../shared/protocol/endpoints-consents.ts'
import type { OpenPoint } from '../../../../shared/protocol/endpoints-open-points.ts'

const [GEMEENTE, AANBIEDER] = ['p1', 'p2'] as const
const entry = (id: string): OutlineEntry => ({
  ...{ id, kind: 'article', key: null, number: id, heading: id },
  toFill: 0,
})
const consent = (articleId: string, partyId: string, state: ConsentState, changes = {}): Consent => ({
  ...{ articleId, partyId, state, reason: '', hash: `now of ${articleId}`, reopened: false },
  ...{ personId: 'x', name: 'Iemand', at: '2026-11-26T10:00:00Z' },
  ...changes,
})
const point = (id: string, due: string | null, owner: OpenPoint['owner'] = null): OpenPoint => ({
  ...{ id, due, owner, sectionId: null, heading: '', text: id, ownerName: null },
  ...{ madeBy: 'x', madeByName: 'Iemand', madeAt: '2026-11-26T10:00:00Z', done: null },
})

/** An agreement of two articles and two parties, in which these things were said. */
function wrapUp(consents: Consent[], changes: Partial<WrapUpSources> = {}) {
  const entries = [entry('1'), entry('2')]
  return wrapUpOf({
    ...{ entries, partyIds: [GEMEENTE, AANBIEDER], points: [] },
    consents: { articles: entries.map(({ id }) => ({ id, hash: `now of ${id}` })), consents },
    proposals: { rules: { decidedBy: 'other-party', guardsParagraphs: false }, open: [], decided: [] },
    ...{ dayOf: (moment) => moment.slice(0, 10), today: '2026-11-26' },
    ...changes,
  })
}
const ids = (entries: readonly OutlineEntry[]) => entries.map(({ id }) => id)

describe('decided', () => {
  test('is an article to which every party said yes, with a concern or without', () => {
    const made = wrapUp([
      consent('1', GEMEENTE, 'agreed'),
      consent('1', AANBIEDER, 'agreed_with_concern'),
      consent('2', GEMEENTE, 'agreed'),
    ])
    expect([ids(made.agreed), made.notAgreed]).toEqual([['1'], 1])
    expect(made.saidToday.map(({ entry }) => entry.id)).toEqual(['2'])
  })

  test('is not what a party said nothing of, nor what nobody is asked about', () => {
    expect(ids(wrapUp([consent('1', GEMEENTE, 'agreed')]).agreed)).toEqual([])
    expect(ids(wrapUp([], { partyIds: [] }).agreed)).toEqual([])
  })

  test('is no longer what has other words by now, or was opened again: that is to be looked at again', () => {
    const made = wrapUp([
      consent('1', GEMEENTE, 'agreed'),
      consent('1', AANBIEDER, 'agreed', { hash: 'of before' }),
      consent('2', GEMEENTE, 'objection', { reopened: true }),
    ])
    expect([ids(made.agreed), ids(made.lookAgain), made.objections]).toEqual([[], ['1', '2'], []])
  })

  test('counts without a party that left, and of other days nothing stands under today', () => {
    const said = [
      consent('1', GEMEENTE, 'agreed', { at: '2026-11-25T10:00:00Z' }),
      consent('2', 'gone', 'objection'),
    ]
    expect(wrapUp(said).saidToday).toEqual([])
    expect(wrapUp(said, { partyIds: [GEMEENTE] })).toMatchObject({
      agreed: [{ id: '1' }],
      objections: [],
    })
  })
})

test('objections and concerns stand with their reasons, in the order of the text', () => {
  const made = wrapUp([
    consent('2', GEMEENTE, 'objection', { reason: 'Te duur.' }),
    consent('1', AANBIEDER, 'agreed_with_concern', { reason: 'Te snel.' }),
  ])
  expect(made.objections.map(({ consent }) => consent.reason)).toEqual(['Te duur.'])
  expect(made.concerns.map(({ consent }) => consent.reason)).toEqual(['Te snel.'])
})

test('what is to be done stands by day, without a day last, and what nobody does before what somebody does', () => {
  const owner = { kind: 'party', partyId: GEMEENTE } as const
  const done = { at: '', by: '', byName: '' }
  const points = [
    point('later', null, owner),
    point('nobody', null),
    point('march', '2027-03-01'),
    point('january', '2027-01-01', owner),
    { ...point('done', '2026-12-01'), done },
  ]
  expect(wrapUp([], { points }).toDo.map(({ id }) => id)).toEqual(['january', 'march', 'nobody', 'later'])
})
