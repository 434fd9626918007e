import { describe, expect, test } from 'vitest'
import {
  changesSinceVisit,
  momentBefore,
  placesOf,
} from '../../../../../client/screens/agreement/history/changes.ts'
import type { Change } from '../../../../../shared/protocol/endpoints-history.ts'

const change = (place: string, personId: string | null, minute: number, edits = 1): Change => ({
  place,
  personId,
  from: `2026-11-25T12:0${minute}:00.000Z`,
  to: `2026-11-25T12:0${minute}:30.000Z`,
  edits,
})

const CHANGES = [
  change('a1', 'fatma', 6, 4),
  change('tasks', null, 5),
  change('a1', 'petra', 4, 2),
  change('a1', 'fatma', 3),
  change('a2', 'mark', 2),
]

describe('what changed since the last visit', () => {
  test('is what others did after it, with one’s own work left out', () => {
    const since = changesSinceVisit({ lastVisit: '2026-11-25T12:03:10.000Z', changes: CHANGES }, 'petra')
    expect(since).toEqual([CHANGES[0], CHANGES[1], CHANGES[3]])
  })

  test('is nothing at a first visit, when all is new', () => {
    expect(changesSinceVisit({ lastVisit: null, changes: CHANGES }, 'petra')).toEqual([])
  })
})

test('changes of one place are put together, the place changed last first, with everybody who did', () => {
  expect(placesOf(CHANGES)).toEqual([
    { place: 'a1', personIds: ['fatma', 'petra'], to: '2026-11-25T12:06:30.000Z', edits: 7 },
    { place: 'tasks', personIds: [null], to: '2026-11-25T12:05:30.000Z', edits: 1 },
    { place: 'a2', personIds: ['mark'], to: '2026-11-25T12:02:30.000Z', edits: 1 },
  ])
})

test('just before a change is the moment before it began', () => {
  expect(momentBefore(change('a1', 'fatma', 1))).toBe('2026-11-25T12:00:59.999Z')
})
