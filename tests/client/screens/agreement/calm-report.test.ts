import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ConnectionState, initialConnection } from '../../../../client/connection/connection-state.ts'
import { calmReportOf, KEPT_FOR } from '../../../../client/screens/agreement/calm-report.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A connection in hand, all kept, and each kind of sentence that is said of it. */
function followed() {
  let state: ConnectionState = { ...initialConnection, link: 'open', opened: true, synced: true }
  const listeners = new Set<() => void>()
  const live = {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
  const report = calmReportOf(live)
  const said: string[] = [report.get().kind]
  const stop = report.subscribe(() => said.push(report.get().kind))
  const become = (change: Partial<ConnectionState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  return { live, report, said, stop, become, listeners }
}

test('while letters go out and are kept one after the other, it says that it is keeping, and once that all is kept', () => {
  const { said, become } = followed()
  for (let letter = 1; letter <= 10; letter++) {
    become({ sent: letter })
    vi.advanceTimersByTime(20)
    become({ kept: letter })
    vi.advanceTimersByTime(80)
  }
  expect(said).toEqual(['allKept', 'keeping'])
  vi.advanceTimersByTime(KEPT_FOR)
  expect(said).toEqual(['allKept', 'keeping', 'allKept'])
})

test('it never says that all is kept while something is on its way', () => {
  const { said, become } = followed()
  become({ sent: 1 })
  become({ kept: 1 })
  become({ sent: 2 })
  vi.advanceTimersByTime(10 * KEPT_FOR)
  expect(said).toEqual(['allKept', 'keeping'])
})

test('what goes wrong is said at once', () => {
  const { said, become } = followed()
  become({ sent: 1 })
  become({ kept: 1 })
  become({ link: 'offline' })
  vi.advanceTimersByTime(KEPT_FOR)
  expect(said).toEqual(['allKept', 'keeping', 'offline'])
})

test('what it became between the first look and the following is said', () => {
  let state: ConnectionState = initialConnection
  const live = { getState: () => state, subscribe: () => () => {} }
  const report = calmReportOf(live)
  expect(report.get().kind).toBe('connecting')
  state = { ...state, link: 'open', opened: true, synced: true }
  const listener = vi.fn()
  report.subscribe(listener)
  expect([report.get().kind, listener.mock.calls.length]).toEqual(['allKept', 1])
})

test('all who say it say the same, and when nobody does the connection is not followed', () => {
  const { live, report, stop, become, listeners } = followed()
  expect(calmReportOf(live)).toBe(report)
  become({ sent: 1 })
  stop()
  expect(listeners.size).toBe(0)
  become({ kept: 1 })
  expect(report.get()).toEqual({ kind: 'allKept' })
})
