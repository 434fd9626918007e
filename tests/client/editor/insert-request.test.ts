import { describe, expect, test } from 'vitest'
import { choicesFor, type InsertChoice } from '../../../client/editor/insert-request.ts'

const choice = (group: string, label: string, detail: string | null = null): InsertChoice => ({
  group,
  label,
  detail,
  piece: { type: 'field', attrs: { name: label } },
})
const ALL = [
  choice('Gegeven', 'doel'),
  choice('Gegeven', 'begindatum', '1 februari 2027'),
  choice('Gegeven', 'datum van het besluit'),
  choice('Tabel', 'Evaluatie', null),
  choice('Verwijzing', 'Artikel 5', 'Hoe lang duurt de samenwerking?'),
]
const labels = (question: string) => choicesFor(question, ALL).map(({ label }) => label)

describe('choosing what to insert', () => {
  test('an empty question shows all in their order', () => {
    expect(choicesFor('  ', ALL)).toEqual(ALL)
  })
  test('what begins with the question comes first, within its group', () => {
    expect(labels('datum')).toEqual(['datum van het besluit', 'begindatum'])
  })
  test('every word must stand in it, in capitals or not, with accents or not, in what it shows too', () => {
    expect(labels('DUURT lang')).toEqual(['Artikel 5'])
    expect(labels('évaluatie')).toEqual(['Evaluatie'])
    expect(labels('februari')).toEqual(['begindatum'])
    expect(labels('nergens')).toEqual([])
  })
})
