import { describe, expect, test } from 'vitest'
import { proposalFor } from '../../../client/forms/proposal.ts'
import { readTemplate } from '../../shared/template/files.ts'
import { agreement } from '../../support/agreement.ts'

const TEMPLATE = readTemplate('coop_youth')
const term = (fields: object) => agreement({ term: fields })

describe('the term', () => {
  test('is offered an end and a day to decide once its start is known', () => {
    const body = term({ startDate: '2027-02-01' })
    expect(proposalFor('term.endDate', body, TEMPLATE)).toEqual({ kind: 'date', value: '2029-01-31' })
    expect(proposalFor('term.renewalDecideBy', body, TEMPLATE)).toEqual({ kind: 'date', value: '2028-09-30' })
  })

  test('decides before the end that people chose themselves', () => {
    const body = term({ startDate: '2027-02-01', endDate: '2027-12-31' })
    expect(proposalFor('term.endDate', body, TEMPLATE)).toBeNull()
    expect(proposalFor('term.renewalDecideBy', body, TEMPLATE)).toEqual({ kind: 'date', value: '2027-08-31' })
  })

  test('is offered nothing without a start, without a template, or when it has no end', () => {
    expect(proposalFor('term.endDate', term({}), TEMPLATE)).toBeNull()
    expect(proposalFor('term.endDate', term({ startDate: '2027-02-01' }), null)).toBeNull()
    const endless = term({ startDate: '2027-02-01', indefinite: true })
    expect(proposalFor('term.endDate', endless, TEMPLATE)).toBeNull()
    expect(proposalFor('term.renewalDecideBy', endless, TEMPLATE)).toBeNull()
  })
})

describe('a cost line', () => {
  const line = (fields: object) =>
    agreement({ financing: { lines: [{ id: 'l', persons: 2, months: 12, ...fields }] } })

  test('is offered what its factors come to, as long as it says otherwise', () => {
    const at = 'financing.lines.l.amount'
    const work = { hoursPerPersonMonth: 8, ratePerHour: 5 }
    expect(proposalFor(at, line(work), null)).toEqual({ kind: 'computed', value: 960 })
    expect(proposalFor(at, line({ ...work, amount: 900 }), null)).toEqual({ kind: 'computed', value: 960 })
    expect(proposalFor(at, line({ ...work, amount: 960 }), null)).toBeNull()
    expect(proposalFor(at, line({}), null)).toBeNull()
  })

  test('is offered nothing at its other fields, or when it is gone', () => {
    const body = line({ hoursPerPersonMonth: 8, ratePerHour: 5 })
    expect(proposalFor('financing.lines.l.persons', body, null)).toBeNull()
    expect(proposalFor('financing.lines.gone.amount', body, null)).toBeNull()
  })
})
