import { type PartyHours, perWeek } from '../../../shared/agreement/workload.ts'
import { formatNumber } from '../../../shared/outline/format.ts'
import type { TextTable } from '../../text/index.ts'

/** The sentences about the hours of one party; each tells one thing, and what can be done. */
export function hoursSentences(party: PartyHours, words: TextTable['tasks']['hours']): string[] {
  const { isVolunteers, hoursLed, tasksLed, withoutHours, paidHours, allowanceHours } = party
  return [
    hoursLed > 0 ? words.led(formatNumber(hoursLed)) : words.nothingLed,
    ...(withoutHours > 0 && tasksLed > 0 ? [words.withoutHours(withoutHours)] : []),
    capacitySentence(party, words),
    ...(paidHours > 0 || (isVolunteers && hoursLed > 0)
      ? [words.paid(formatNumber(perWeek(hoursLed)), formatNumber(perWeek(paidHours)))]
      : []),
    ...(allowanceHours > 0 ? [words.allowance(formatNumber(perWeek(allowanceHours)))] : []),
  ]
}

function capacitySentence({ capacity, hoursLed }: PartyHours, words: TextTable['tasks']['hours']): string {
  if (capacity === null) return words.noCapacity
  const left = Math.round((capacity - hoursLed) * 100) / 100
  if (left === 0) return words.full(formatNumber(capacity))
  return left > 0
    ? words.fits(formatNumber(capacity), formatNumber(left))
    : words.over(formatNumber(capacity), formatNumber(-left))
}
