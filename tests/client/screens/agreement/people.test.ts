import { describe, expect, test } from 'vitest'
import { arrivals, presentPeople } from '../../../../client/screens/agreement/people.ts'

const user = (personId: string, name: string, partyId: string | null = null) => ({
  personId,
  name,
  partyId,
  role: 'writer',
})
const person = (personId: string, name: string) => ({
  personId,
  name,
  partyId: null,
  role: 'writer',
  place: null,
  presents: null,
})

describe('who is present', () => {
  test('is listed by name', () => {
    const states = [{ user: user('2', 'Youssef') }, { user: user('1', 'Anneke', 'p1'), place: 'a1' }]
    expect(presentPeople(states)).toEqual([
      { ...person('1', 'Anneke'), partyId: 'p1', place: 'a1' },
      person('2', 'Youssef'),
    ])
  })

  test('counts once with two tabs open, in the place of the tab that tells one', () => {
    const states = [
      { user: user('1', 'Anneke'), place: 'a1' },
      { user: user('1', 'Anneke'), place: null },
    ]
    expect(presentPeople(states)).toEqual([{ ...person('1', 'Anneke'), place: 'a1' }])
  })

  test('shows the article of the tab that shows one', () => {
    const states = [{ user: user('1', 'Anneke'), presents: 'a4' }, { user: user('1', 'Anneke') }]
    expect(presentPeople(states)).toEqual([{ ...person('1', 'Anneke'), presents: 'a4' }])
  })

  test.each([
    ['nothing', null],
    ['no user', { place: 'a1' }],
    ['a user without a name', { user: { personId: '1', partyId: null, role: 'writer' } }],
    ['a place that is no text', { user: user('1', 'Anneke'), place: { evil: true } }],
  ])('is left out when a browser says %s', (_, state) => {
    expect(presentPeople([state])).toEqual([])
  })
})

describe('comings and goings', () => {
  const anneke = person('1', 'Anneke')
  const fatima = person('2', 'Fatima')

  test('tell who came and who left', () => {
    expect(arrivals([anneke], [anneke, fatima], '1')).toEqual({ came: ['Fatima'], left: [] })
    expect(arrivals([anneke, fatima], [anneke], '1')).toEqual({ came: [], left: ['Fatima'] })
  })

  test('leave oneself out', () => {
    expect(arrivals([], [anneke], '1')).toEqual({ came: [], left: [] })
  })
})
