import { describe, expect, test } from 'vitest'
import { dayAfter, monthsBetween } from '../../../shared/advice/months.ts'
import { minimumWageOf, normsOf } from '../../../shared/advice/settings.ts'
import { SETTINGS } from '../../support/advice.ts'

describe('the norms of a year', () => {
  test('are those of that year; of the latest known one for a year that is not known or not chosen', () => {
    expect(normsOf(2024, SETTINGS)).toMatchObject({ year: 2024, volunteerHour: 5.5, volunteerYear: 2100 })
    expect(normsOf(2031, SETTINGS).year).toBe(2026)
    expect(normsOf(null, SETTINGS).year).toBe(2026)
  })

  test('without any year there is nothing to go by', () => {
    expect(() => normsOf(2026, { ...SETTINGS, years: [] })).toThrow(RangeError)
  })

  test('the minimum wage of a year that does not have it is the latest known one, and null when none is', () => {
    expect(minimumWageOf(2026, SETTINGS)).toBe(14.71)
    expect(minimumWageOf(2024, SETTINGS)).toBe(14.71)
    const years = SETTINGS.years.map((year) => ({ ...year, minimumWagePerHour: null }))
    expect(minimumWageOf(2026, { ...SETTINGS, years })).toBeNull()
  })
})

describe('months', () => {
  test('between equal days are whole, between others in parts of 31', () => {
    expect(monthsBetween('2027-01-15', '2028-03-15')).toBe(14)
    expect(monthsBetween('2027-01-01', '2027-02-02')).toBeCloseTo(1 + 1 / 31)
    expect(monthsBetween('2027-03-01', '2027-01-01')).toBe(-2)
  })

  test('a year from its first to its last day is twelve, because the last day counts', () => {
    expect(dayAfter('2027-12-31')).toBe('2028-01-01')
    expect(dayAfter('2028-02-28')).toBe('2028-02-29')
    expect(monthsBetween('2027-01-01', dayAfter('2027-12-31'))).toBe(12)
  })
})
