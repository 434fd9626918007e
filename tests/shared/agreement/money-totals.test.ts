import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moneyTotals } from '../../../shared/agreement/money-totals.ts'
import { agreement } from '../../support/agreement.ts'

const body = agreement({
  parties: [{ id: 'gem' }, { id: 'mig' }, { id: 'zorg' }],
  term: { startDate: '2027-07-01', endDate: '2028-06-30' },
  financing: {
    sources: [
      { id: 's1', partyId: 'gem', amount: 1000 },
      { id: 's2', funderName: 'Fonds', amount: 460 },
    ],
    lines: [
      { id: 'l1', partyId: 'mig', amount: 900.1, sourceIds: ['s1'] },
      { id: 'l2', partyId: 'mig', amount: 100.2, sourceIds: ['s1', 's2'] },
      { id: 'l3', partyId: null, amount: 59.7, sourceIds: [] },
    ],
    payments: [
      { id: 'b1', toPartyId: 'mig', amount: 500, dueDate: '2027-08-01' },
      { id: 'b2', toPartyId: 'mig', amount: 400, dueDate: '2029-01-01' },
      { id: 'b3', toPartyId: 'mig', amount: 1 },
    ],
  },
})

test('money is added up per year of the term, with payments in the year they are due', () => {
  expect(moneyTotals(body).years).toEqual([
    { year: 2027, sources: 733.99, costs: 532.9, payments: 500 },
    { year: 2028, sources: 726.01, costs: 527.1, payments: 0 },
    { year: 2029, sources: 0, costs: 0, payments: 400 },
  ])
})

test('a source bears the costs that name it alone; what several bear stands apart', () => {
  const totals = moneyTotals(body)
  expect(totals.sources).toEqual([
    { sourceId: 's1', sources: 1000, costs: 900.1, payments: 0 },
    { sourceId: 's2', sources: 460, costs: 0, payments: 0 },
  ])
  expect(totals.costsOfSeveral).toBe(159.9)
})

test('each party with money has what it brings in, spends and is paid', () => {
  expect(moneyTotals(body).parties).toEqual([
    { partyId: 'gem', sources: 1000, costs: 0, payments: 0 },
    { partyId: 'mig', sources: 0, costs: 1000.3, payments: 901 },
  ])
})

test('without a whole term nothing is spread over years', () => {
  const { years } = moneyTotals({ ...body, term: { ...body.term, endDate: null } })
  expect(years.map(({ year, costs }) => [year, costs])).toEqual([
    [2027, 0],
    [2029, 0],
  ])
})

test('the years together are the whole, to the cent, for any amount and term', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.nat(1e9), day, day, (cents, one, other) => {
      const [startDate = '', endDate = ''] = [one, other].sort()
      const { years, whole } = moneyTotals(
        agreement({ term: { startDate, endDate }, financing: { lines: [{ id: 'l', amount: cents / 100 }] } }),
      )
      const together = years.reduce((sum, { costs }) => sum + Math.round(costs * 100), 0)
      expect(together).toBe(Math.round(whole.costs * 100))
    }),
  )
})
