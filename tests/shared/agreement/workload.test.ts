import { describe, expect, test } from 'vitest'
import { currentTasks, hoursPerParty, moneyPerParty, perWeek } from '../../../shared/agreement/workload.ts'
import { agreement } from '../../support/agreement.ts'

const parties = [
  { id: 'y', role: 'youth_care_provider', capacityHoursPerMonth: 40 },
  { id: 'm', role: 'migrant_organisation', isVolunteerOrganisation: true },
  { id: 'gone', leftOn: '2027-01-01' },
]
const line = (id: string, more: object) => ({ id, partyId: 'm', ...more })

describe('hours', () => {
  test('count for who leads, not for who takes part', () => {
    const tasks = [{ id: 't', leadPartyId: 'y', partyIds: ['y', 'm'], hoursPerMonth: 12.5 }]
    const [provider, organisation] = hoursPerParty(agreement({ parties, tasks }))
    expect(provider).toMatchObject({ partyId: 'y', tasksLed: 1, hoursLed: 12.5, capacity: 40 })
    expect(organisation).toMatchObject({ partyId: 'm', tasksLed: 0, hoursLed: 0, capacity: null })
  })

  test('of a dropped task count for nobody; a task that says none is told apart', () => {
    const tasks = [
      { id: 'a', leadPartyId: 'y', hoursPerMonth: 5, status: 'dropped' },
      { id: 'b', leadPartyId: 'y' },
    ]
    const body = agreement({ parties, tasks })
    expect(currentTasks(body).map(({ id }) => id)).toEqual(['b'])
    expect(hoursPerParty(body)[0]).toMatchObject({ tasksLed: 1, hoursLed: 0, withoutHours: 1 })
  })

  test('that are paid are those of wages and fees; an allowance for volunteers is told apart, materials count for neither', () => {
    const lines = [
      line('a', { kind: 'paraprofessional_fee', persons: 2, hoursPerPersonMonth: 16 }),
      line('b', { kind: 'coordination', persons: 1, hoursPerPersonMonth: 2.7 }),
      line('c', { kind: 'volunteer_allowance', persons: 6, hoursPerPersonMonth: 10 }),
      line('d', { kind: 'materials', persons: 9, hoursPerPersonMonth: 9 }),
      line('e', { kind: 'professional_salary', persons: 1 }),
    ]
    const [, organisation] = hoursPerParty(agreement({ parties, financing: { lines } }))
    expect(organisation).toMatchObject({ isVolunteers: true, paidHours: 34.7, allowanceHours: 60 })
  })

  test('stand for the parties in the order of the agreement, without those that left', () => {
    expect(hoursPerParty(agreement({ parties })).map(({ partyId }) => partyId)).toEqual(['y', 'm'])
  })

  test.each([
    [60.67, 14],
    [34.67, 8],
    [0, 0],
    [13, 3],
  ])('of %d a month are %d a week', (month, week) => {
    expect(perWeek(month)).toBe(week)
  })
})

describe('money', () => {
  const lines = [
    line('fee', {
      kind: 'paraprofessional_fee',
      persons: 1,
      hoursPerPersonMonth: 20,
      ratePerHour: 30,
      months: 12,
      amount: 7200,
    }),
    line('room', { kind: 'housing', amount: 1000.5 }),
    { id: 'loose', partyId: 'gone', amount: 50 },
  ]
  const tasks = [
    { id: 'a', leadPartyId: 'm', lineId: 'fee', hoursPerMonth: 14 },
    { id: 'b', leadPartyId: 'y', lineId: 'fee', hoursPerMonth: 10 },
    { id: 'c', leadPartyId: 'm' },
    { id: 'd', leadPartyId: 'm', lineId: 'fee', hoursPerMonth: 99, status: 'dropped' },
  ]
  const found = moneyPerParty(agreement({ parties, tasks, financing: { lines } }))

  test('a line shows what it pays and what the tasks on it ask, whoever leads them', () => {
    expect(found[1]?.lines[0]).toEqual({
      lineId: 'fee',
      amount: 7200,
      hoursPaid: 20,
      taskIds: ['a', 'b'],
      hoursAsked: 24,
      cost: 24 * 30 * 12,
    })
  })

  test('without a rate the cost of the hours is not guessed', () => {
    expect(found[1]?.lines[1]).toMatchObject({ lineId: 'room', hoursPaid: null, taskIds: [], cost: null })
  })

  test('per party the lines add up, and the tasks on no line are counted for who leads them', () => {
    expect(found.map(({ partyId, total, tasksWithoutLine }) => [partyId, total, tasksWithoutLine])).toEqual([
      ['y', 0, 0],
      ['m', 8200.5, 1],
      [null, 50, 0],
    ])
  })
})
