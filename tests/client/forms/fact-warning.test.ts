import { expect, test } from 'vitest'
import { warningSentence } from '../../../client/forms/fact-warning.tsx'
import { facts as en } from '../../../client/text/en/facts.ts'
import { facts as nl } from '../../../client/text/nl/facts.ts'

const norm = { bound: 'most', per: 'hour', amount: 5.75, year: 2026, source: 'Belastingdienst' } as const

test('an amount of the law is told with its year and source', () => {
  expect(warningSentence({ reason: 'norm', norm }, nl)).toBe(
    'Dit is meer dan € 5,75 per uur, het maximum voor een vrijwilliger in 2026. Bron: Belastingdienst.',
  )
  const wage = { ...norm, bound: 'least', amount: 14.71, source: null } as const
  expect(warningSentence({ reason: 'norm', norm: wage }, en)).toBe(
    'This is less than € 14,71 an hour, the minimum wage in 2026.',
  )
})

test('a wrong account number is named', () => {
  expect(warningSentence({ reason: 'iban', found: 'NL92' }, nl)).toContain('NL92')
})
