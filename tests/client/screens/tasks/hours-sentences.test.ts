import { describe, expect, test } from 'vitest'
import { hoursSentences } from '../../../../client/screens/tasks/hours-sentences.ts'
import { tasks } from '../../../../client/text/nl/tasks.ts'
import type { PartyHours } from '../../../../shared/agreement/workload.ts'

const nothing: PartyHours = {
  partyId: 'm',
  isVolunteers: false,
  tasksLed: 0,
  hoursLed: 0,
  withoutHours: 0,
  capacity: null,
  paidHours: 0,
  allowanceHours: 0,
}
const say = (hours: Partial<PartyHours>) => hoursSentences({ ...nothing, ...hours }, tasks.hours)

describe('what is said of the hours of a party', () => {
  test('when it leads nothing and said nothing', () => {
    expect(say({})).toEqual([tasks.hours.nothingLed, tasks.hours.noCapacity])
  })

  test('when it does more than it is paid for', () => {
    expect(say({ tasksLed: 3, hoursLed: 60.67, paidHours: 34.67 })).toContain(
      'Doet 14 uur per week, krijgt er 8 betaald.',
    )
  })

  test('when volunteers do it all for nothing, and not when a paid organisation is paid elsewhere', () => {
    const work = { tasksLed: 1, hoursLed: 13 }
    expect(say({ ...work, isVolunteers: true })).toContain('Doet 3 uur per week, krijgt er 0 betaald.')
    expect(say(work).join()).not.toContain('betaald')
  })

  test.each([
    [10, 'Heeft 12,5 uur per maand; 2,5 uur is nog vrij.'],
    [12.5, 'Heeft 12,5 uur per maand; die zijn nu verdeeld.'],
    [20, 'Heeft 12,5 uur per maand; de taken vragen 7,5 uur meer. Bespreek samen wat anders kan.'],
  ])('when its tasks ask %d hours of 12.5', (hoursLed, sentence) => {
    expect(say({ tasksLed: 1, hoursLed, capacity: 12.5 })).toContain(sentence)
  })

  test('when some tasks say no hours yet', () => {
    expect(say({ tasksLed: 2, withoutHours: 1 })).toContain('Bij 1 taak staan nog geen uren.')
  })
})
