import { describe, expect, test } from 'vitest'
import { PLACEHOLDERS, type PlaceholderName } from '../../../shared/agreement/placeholders.ts'
import { fieldText } from '../../../shared/outline/field-text.ts'
import { agreement, clauses } from '../../support/agreement.ts'
import { EXAMPLE_NAMES, exampleOnPaper, realCatalog } from '../../support/examples-on-paper.ts'

const catalog = realCatalog()
const text = (name: string, parts: Record<string, unknown>) => fieldText(name, agreement(parts), catalog).text

describe('every placeholder', () => {
  test.each(Object.keys(PLACEHOLDERS) as PlaceholderName[])(
    '%s shows something in an empty agreement',
    (name) => {
      const shown = fieldText(name, agreement(), catalog)
      expect(shown.target).toBe(PLACEHOLDERS[name].target)
      if (shown.empty) expect(shown.text).toMatch(/^\[[^[\]_]+\]$/)
      else expect(name).toBe('adjust_weeks')
    },
  )

  test('is filled in by at least one of the examples', () => {
    const bodies = EXAMPLE_NAMES.map(exampleOnPaper)
    const empty = Object.keys(PLACEHOLDERS).filter((name) =>
      bodies.every((body) => fieldText(name, body, catalog).empty),
    )
    expect(empty).toEqual([])
  })
})

describe('a field', () => {
  test('without its fact says in brackets what is missing', () => {
    expect(fieldText('goal', agreement(), catalog)).toEqual({
      text: '[doel]',
      empty: true,
      optional: false,
      target: 'purpose.goalText',
    })
  })

  test('of a name that nobody knows shows the name and leads nowhere', () => {
    expect(fieldText('nonsense', agreement(), catalog)).toEqual({
      text: '[nonsense]',
      empty: true,
      optional: false,
      target: null,
    })
  })

  test.each([
    ['start_date', { term: { startDate: '2027-03-01' } }, '1 maart 2027'],
    ['notice_months', { term: { noticeMonths: 3 } }, '3'],
    ['norm_year', { financing: { normYear: 2026 } }, '2026'],
    ['municipality_city', { parties: [{ id: 'p', role: 'municipality', city: 'Weidehaven' }] }, 'Weidehaven'],
    ['accession_consent', { accession: { consent: 'all' } }, 'alle partijen'],
    ['accession_consent', { accession: { consent: 'steering_group' } }, 'de leden van de stuurgroep'],
  ])('%s is written as Dutch prose does', (name, parts, expected) => {
    expect(text(name, parts)).toBe(expected)
  })

  test('with one rate shows it, with several the lowest and the highest', () => {
    const line = (id: string, ratePerHour: number) => ({ id, kind: 'volunteer_allowance', ratePerHour })
    expect(text('allowance_rate', { financing: { lines: [line('a', 5)] } })).toBe('5,00')
    expect(text('allowance_rate', { financing: { lines: [line('a', 5.5), line('b', 4)] } })).toBe(
      '4,00 tot 5,50',
    )
  })

  test('with the binding articles shows their numbers in order, whatever the order of choosing', () => {
    const article = (id: string) => ({ id, key: id, heading: id, numbered: true, body: clauses('x') })
    const articles = ['one', 'two', 'three', 'four'].map(article)
    expect(text('binding_articles', { articles, bindingArticleKeys: ['four', 'one', 'three'] })).toBe(
      '1, 3 en 4',
    )
  })

  test('with the contacts annex shows its number', () => {
    const annex = (id: string, kind: string) => ({ id, title: id, kind, body: clauses('x') })
    expect(text('annex_contacts', { annexes: [annex('a', 'budget'), annex('b', 'contacts')] })).toBe('2')
  })

  test('with the weeks until a decision takes the shortest gap, rounded up, and 6 without moments', () => {
    const moments = [
      { id: 'a', date: '2027-01-01', decisionBy: '2027-02-20' },
      { id: 'b', date: '2028-01-01', decisionBy: '2028-01-16' },
    ]
    expect(text('adjust_weeks', { evaluation: { moments } })).toBe('3')
    expect(text('adjust_weeks', {})).toBe('6')
  })

  test('with the first payment takes the earliest to a migrant organisation', () => {
    const parties = [
      { id: 'm', role: 'migrant_organisation' },
      { id: 'g', role: 'municipality' },
    ]
    const payment = (id: string, toPartyId: string, dueDate: string) => ({ id, toPartyId, dueDate })
    const payments = [
      payment('a', 'm', '2027-08-01'),
      payment('b', 'm', '2027-02-01'),
      payment('c', 'g', '2026-01-01'),
    ]
    expect(text('first_payment_date', { parties, financing: { payments } })).toBe('1 februari 2027')
  })

  test('with a subsidy without decision says that it is not taken yet', () => {
    expect(text('subsidy_reference', { financing: { sources: [{ id: 'a', kind: 'subsidy' }] } })).toBe(
      'nog niet genomen',
    )
  })

  test('falls back from the leader of the volunteers to the coordinator of the party that leads', () => {
    const contacts = [{ id: 'c', partyId: 'g', name: 'Petra', roles: ['coordinator'] }]
    const facts = { parties: [{ id: 'g' }], contacts, governance: { directionPartyId: 'g' } }
    expect(text('volunteer_safety_contact', facts)).toBe('Petra')
    const leader = { id: 'v', partyId: 'g', name: 'Hatice', roles: ['volunteer_lead'] }
    expect(text('volunteer_safety_contact', { ...facts, contacts: [...contacts, leader] })).toBe('Hatice')
  })
})
