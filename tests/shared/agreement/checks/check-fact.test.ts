import { describe, expect, test } from 'vitest'
import { checkFact } from '../../../../shared/agreement/checks/check-fact.ts'
import { agreement } from '../../../support/agreement.ts'

const NORMS = {
  year: 2026,
  volunteerHour: 5.75,
  volunteerMonth: 220,
  volunteerYear: 2200,
  minimumWagePerHour: 14.71,
  source: 'Belastingdienst',
}

const party = (fields: object) => agreement({ parties: [{ id: 'p', ...fields }] })

describe('a fact with a form of its own', () => {
  test.each([
    ['parties.p.kvkNumber', { kvkNumber: '1234' }, 'kvkNumber'],
    ['parties.p.postalCode', { postalCode: '12' }, 'postalCode'],
  ])('%s is complained about when it looks wrong', (address, fields, reason) => {
    expect(checkFact(address, party(fields))).toEqual({ reason })
  })

  test.each([
    ['parties.p.kvkNumber', { kvkNumber: '12345678' }],
    ['parties.p.kvkNumber', { kvkNumber: null }],
    ['parties.p.kvkNumber', { kvkNumber: '  ' }],
    ['parties.p.postalCode', { postalCode: 'geheim' }],
    ['parties.p.name', { name: '1234' }],
    ['parties.q.kvkNumber', { kvkNumber: '1' }],
  ])('%s is left alone with %j', (address, fields) => {
    expect(checkFact(address, party(fields))).toBeNull()
  })

  test('a contact person has a number and an address that can be reached', () => {
    const body = agreement({ contacts: [{ id: 'c', phone: '06 123', email: 'fatima@' }] })
    expect(checkFact('contacts.c.phone', body)).toEqual({ reason: 'phone' })
    expect(checkFact('contacts.c.email', body)).toEqual({ reason: 'email' })
  })
})

test('a wrong account number is named wherever it stands, also in a long text', () => {
  const body = agreement({ financing: { unspentText: 'Terug naar NL92ABNA0417164300.' } })
  expect(checkFact('financing.unspentText', body)).toEqual({ reason: 'iban', found: 'NL92ABNA0417164300' })
})

describe('dates beside each other', () => {
  const term = (fields: object) => agreement({ term: fields })

  test('an end before the start is told at the end, and the day itself is fine', () => {
    expect(checkFact('term.endDate', term({ startDate: '2027-02-01', endDate: '2027-01-31' }))).toEqual({
      reason: 'endBeforeStart',
    })
    expect(checkFact('term.endDate', term({ startDate: '2027-02-01', endDate: '2027-02-01' }))).toBeNull()
    expect(checkFact('term.endDate', term({ endDate: '2027-02-01' }))).toBeNull()
  })

  test('deciding after the end is told', () => {
    const body = term({ endDate: '2027-12-31', renewalDecideBy: '2028-01-01' })
    expect(checkFact('term.renewalDecideBy', body)).toEqual({ reason: 'decideAfterEnd' })
  })

  test('a task that is done before it begins, and a decision before its evaluation, are told', () => {
    const body = agreement({
      tasks: [{ id: 't', startDate: '2027-05-01', dueDate: '2027-04-01' }],
      evaluation: { moments: [{ id: 'e', date: '2027-05-01', decisionBy: '2027-04-01' }] },
    })
    expect(checkFact('tasks.t.dueDate', body)).toEqual({ reason: 'dueBeforeStart' })
    expect(checkFact('evaluation.moments.e.decisionBy', body)).toEqual({ reason: 'decisionBeforeEvaluation' })
  })
})

describe('a cost line against the amounts of the year', () => {
  const line = (fields: object) => agreement({ norms: NORMS, financing: { lines: [{ id: 'l', ...fields }] } })
  const RATE = 'financing.lines.l.ratePerHour'
  const HOURS = 'financing.lines.l.hoursPerPersonMonth'

  test('an allowance above the highest amount says which, of what year and from where', () => {
    expect(checkFact(RATE, line({ kind: 'volunteer_allowance', ratePerHour: 5.76 }))).toEqual({
      reason: 'norm',
      norm: { bound: 'most', per: 'hour', amount: 5.75, year: 2026, source: 'Belastingdienst' },
    })
    expect(checkFact(RATE, line({ kind: 'volunteer_allowance', ratePerHour: 5.75 }))).toBeNull()
  })

  test('expenses beside an allowance count for the same month', () => {
    const work = { kind: 'volunteer_allowance', ratePerHour: 5, hoursPerPersonMonth: 40, months: 10 }
    expect(checkFact(HOURS, line({ ...work, expensesPerPersonMonth: 20 }))).toBeNull()
    expect(checkFact(HOURS, line({ ...work, expensesPerPersonMonth: 20.01 }))).toMatchObject({
      norm: { per: 'month', amount: 220 },
    })
  })

  test('a month within its maximum can still be too much for a year', () => {
    const work = { kind: 'volunteer_allowance', ratePerHour: 5, hoursPerPersonMonth: 40 }
    expect(checkFact(HOURS, line({ ...work, months: 11 }))).toBeNull()
    expect(checkFact(HOURS, line({ ...work, months: 12 }))).toMatchObject({ norm: { per: 'year' } })
  })

  test('paid work below the minimum wage is told; costs with proof have no maximum', () => {
    expect(checkFact(RATE, line({ kind: 'paraprofessional_fee', ratePerHour: 14.7 }))).toMatchObject({
      norm: { bound: 'least', amount: 14.71 },
    })
    expect(checkFact(RATE, line({ kind: 'paraprofessional_fee', ratePerHour: 14.71 }))).toBeNull()
    const costs = { kind: 'volunteer_expenses', hoursPerPersonMonth: 10, expensesPerPersonMonth: 900 }
    expect(checkFact(HOURS, line(costs))).toBeNull()
  })
})
