import { expect, test } from 'vitest'
import { createVisits, VISIT_GAP } from '../../../server/agreements/visits.ts'
import type { StoredVisit } from '../../../server/storage/visits.ts'

function openVisits() {
  const rows = new Map<string, StoredVisit>()
  let now = Date.parse('2026-11-25T09:00:00Z')
  const visits = createVisits({
    store: {
      maybeVisit: async (_, personId) => rows.get(personId) ?? null,
      change: async (_, change) => {
        for (const visit of change([...rows.values()])) rows.set(visit.personId, visit)
      },
    },
    clock: () => new Date(now),
    onError: (error) => expect.fail(String(error)),
  })
  const pass = (time: number) => {
    now += time
  }
  const last = () => visits.maybeLastVisit('a', 'p')
  return { visits, pass, last, now: () => new Date(now).toISOString() }
}

test('at the first visit there is none before it, however long it takes and after a reload', async () => {
  const { visits, pass, last } = openVisits()
  visits.came('a', 'p')
  await visits.keepNow()
  expect(await last()).toBeNull()
  visits.left('a', 'p')
  pass(VISIT_GAP - 1)
  visits.came('a', 'p')
  await visits.keepNow()
  expect(await last()).toBeNull()
  await visits.close()
})

test('a visit after the gap knows when the one before it ended, and that stays so while it lasts', async () => {
  const { visits, pass, last, now } = openVisits()
  visits.came('a', 'p')
  pass(60 * 60_000)
  visits.left('a', 'p')
  const ended = now()
  await visits.keepNow()
  pass(VISIT_GAP)
  expect(await last()).toBe(ended)
  visits.came('a', 'p')
  await visits.keepNow()
  pass(60 * 60_000)
  await visits.keepNow()
  expect(await last()).toBe(ended)
  await visits.close()
})
