import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withProgress } from '../../../server/commands/progress.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('on a terminal it is said what goes on and how long already, and the line is taken away at the end', async () => {
  const lines: string[] = []
  const work = Promise.withResolvers<number>()
  const told = withProgress({ isTTY: true, write: (text) => lines.push(text) }, 'Making it…', work.promise)
  vi.advanceTimersByTime(2000)
  work.resolve(7)
  expect(await told).toBe(7)
  vi.advanceTimersByTime(5000)
  expect(lines.map((line) => line.replace('\r\u001b[K', ''))).toEqual([
    'Making it…',
    'Making it… 1 s',
    'Making it… 2 s',
    '',
  ])
})

test('what goes wrong takes the line away too', async () => {
  const lines: string[] = []
  const told = withProgress(
    { isTTY: true, write: (text) => lines.push(text) },
    'Making it…',
    Promise.reject(new Error('no')),
  )
  await expect(told).rejects.toThrow('no')
  expect(lines.at(-1)).toBe('\r\u001b[K')
})

test('in a script nothing is said', async () => {
  const write = vi.fn()
  expect(await withProgress({ write }, 'Making it…', Promise.resolve(1))).toBe(1)
  expect(write).not.toHaveBeenCalled()
})
