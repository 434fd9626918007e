import { expect, test } from 'vitest'
import type { Offered } from '../../../../../client/offered/index.ts'
import { placeOf, runsOf, whyOf } from '../../../../../client/screens/agreement/offered/say-offered.ts'
import { nl } from '../../../../../client/text/nl.ts'
import { CATALOG } from '../../../../support/advice.ts'
import { agreement, clauses } from '../../../../support/agreement.ts'

const words = nl.offered
const body = agreement({
  parties: [{ id: 'x', name: 'Gemeente Weidehaven', role: 'municipality' }],
  tasks: [{ id: 't', title: 'Bellen' }],
  articles: [{ id: 'one', heading: 'Samen', numbered: true, body: clauses('Een.') }],
})
const offer = (differences: Partial<Offered>): Offered => ({
  id: '1-1',
  at: '2026-11-25T12:00:00Z',
  place: 'articles.one.body',
  text: 'woorden',
  reason: 'removed',
  pieces: [],
  anchor: null,
  value: null,
  ...differences,
})
const place = (differences: Partial<Offered>) => placeOf(offer(differences), body, CATALOG, words)
const said = (differences: Partial<Offered>) =>
  runsOf(offer(differences), body, CATALOG, words).map(({ text }) => text)

test('an article is named by number and heading, a fact by its record and label, the unknown by the agreement', () => {
  expect(place({})).toBe('Artikel 1 Samen')
  expect(place({ place: 'tasks.t.description' })).toMatch(/^Bellen: /)
  expect(place({ place: '' })).toBe(words.nowhere)
  expect(place({ place: 'articles.gone.body' })).toBe(words.nowhere)
})

test('why is said by what happened: a paragraph that went, a row that went, another answer, an older version', () => {
  expect(whyOf(offer({}), words)).toBe(words.why.prose)
  expect(whyOf(offer({ place: 'tasks.t.title' }), words)).toBe(words.why.removed)
  expect(whyOf(offer({ reason: 'overwritten', place: 'purpose.area' }), words)).toBe(words.why.overwritten)
  expect(whyOf(offer({ reason: 'restored' }), words)).toBe(words.why.restored)
})

test('words are shown in their surroundings, cut at a word, with the spaces outside the mark', () => {
  const before = 'Partijen werken samen aan dit doel en zij praten met de wijk'
  const content = [
    { type: 'text' as const, text: ' en ' },
    { type: 'field' as const, attrs: { name: 'area' } },
    { type: 'text' as const, text: ' ook ' },
  ]
  expect(runsOf(offer({ pieces: [{ before, content, after: 'nu.' }] }), body, CATALOG, words)).toEqual([
    { before: '… aan dit doel en zij praten met de wijk ', text: 'en {area} ook', after: ' nu.' },
  ])
})

test('a value is shown as people say it: a date, yes or no, the word of a choice, the name of a party', () => {
  expect(said({ place: 'term.startDate', text: '2027-02-01', value: '2027-02-01' })).toEqual([
    '1 februari 2027',
  ])
  expect(said({ text: 'true', value: true })).toEqual([words.yes])
  const choice = said({ place: 'parties.x.role', text: 'municipality', value: 'municipality' })
  expect(choice).toEqual([CATALOG.words.enums.partyRole.municipality])
  expect(said({ place: 'governance.directionPartyId', text: 'x', value: 'x' })).toEqual([
    'Gemeente Weidehaven',
  ])
})
