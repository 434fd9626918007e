import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { calmly } from '../../../client/ui/calmly.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('what comes quickly after each other is told once, when it rests', () => {
  const tell = vi.fn()
  const calm = calmly(tell)
  for (let letter = 0; letter < 5; letter++) {
    calm.note(true)
    vi.advanceTimersByTime(100)
  }
  expect(tell).not.toHaveBeenCalled()
  vi.advanceTimersByTime(50)
  expect(tell).toHaveBeenCalledTimes(1)
  vi.runAllTimers()
  expect(tell).toHaveBeenCalledTimes(1)
})

test('while more and more comes it is told each second all the same', () => {
  const tell = vi.fn()
  const calm = calmly(tell)
  for (let letter = 0; letter < 35; letter++) {
    calm.note(true)
    vi.advanceTimersByTime(100)
  }
  expect(tell).toHaveBeenCalledTimes(3)
})

test('what must not wait is told within the shorter wait, whatever else comes', () => {
  const tell = vi.fn()
  const calm = calmly(tell)
  calm.note(true)
  for (let change = 0; change < 3; change++) {
    calm.note(false)
    vi.advanceTimersByTime(50)
  }
  expect(tell).toHaveBeenCalledTimes(1)
})

test('after the end nothing is told', () => {
  const tell = vi.fn()
  const calm = calmly(tell)
  calm.note(true)
  calm.stop()
  vi.runAllTimers()
  expect(tell).not.toHaveBeenCalled()
})
