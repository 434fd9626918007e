import { describe, expect, test } from 'vitest'
import { overviewOf } from '../../../../client/screens/agreement/overview-of.ts'
import { agreement } from '../../../support/agreement.ts'

const body = agreement({
  titlePattern: 'Overeenkomst {{short_title}}',
  shortTitle: 'Samen dichtbij',
  parties: [
    { id: 'p1', role: 'municipality', name: 'Gemeente Weidehaven', shortName: 'de gemeente' },
    { id: 'p2', role: 'migrant_organisation' },
  ],
  articles: [
    { id: 'a1', key: 'parties', heading: 'Partijen', numbered: false },
    { id: 'a2', key: 'term', heading: 'Duur', numbered: true },
  ],
  annexes: [{ id: 'x1', kind: 'contacts', title: 'Contactpersonen' }],
})

describe('the overview beside the paper', () => {
  test('lists articles and annexes with the numbers of the paper', () => {
    const { entries } = overviewOf(body, null)
    expect(entries.map(({ kind, number, heading }) => [kind, number, heading])).toEqual([
      ['article', null, 'Partijen'],
      ['article', '1', 'Duur'],
      ['annex', '1', 'Contactpersonen'],
    ])
  })

  test('has the title as the paper draws it', () => {
    expect(overviewOf(body, null).title).toBe('Overeenkomst Samen dichtbij')
  })

  test('has what tells it from other agreements, for where there is little room', () => {
    expect(overviewOf(body, null).shortTitle).toBe('Samen dichtbij')
  })

  test('has the whole title there when somebody typed one without that, or gave no short one', () => {
    const title = 'Afspraken over de wijk'
    expect(overviewOf({ ...body, title }, null).shortTitle).toBe(title)
    expect(overviewOf({ ...body, title, shortTitle: null }, null).shortTitle).toBe(title)
  })

  test('calls a party by its name, and knows the word of its role for when it has none', () => {
    const catalog = { words: { enums: { partyRole: { migrant_organisation: 'Migrantenorganisatie' } } } }
    const { parties } = overviewOf(body, catalog as unknown as Parameters<typeof overviewOf>[1])
    expect(parties).toEqual([
      { id: 'p1', index: 0, name: 'Gemeente Weidehaven', roleWord: '' },
      { id: 'p2', index: 1, name: '', roleWord: 'Migrantenorganisatie' },
    ])
  })

  test('is the same value for the same agreement, so that typing elsewhere draws nothing here', () => {
    expect(JSON.stringify(overviewOf(body, null))).toBe(
      JSON.stringify(overviewOf(structuredClone(body), null)),
    )
  })
})
