import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createReconnect, waitBefore } from '../../../client/connection/reconnect.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A line whose network the test sets; it tells what it was asked to do. */
function line(random = () => 0.5) {
  const done: string[] = []
  const state = { open: false, heard: 0, answers: false }
  const loop = createReconnect(
    {
      connect: () => void done.push('connect'),
      drop: () => {
        done.push('drop')
        state.open = false
        loop.lost()
      },
      isOpen: () => state.open,
      ask: () => {
        done.push('ask')
        if (state.answers) state.heard += 1
      },
      heard: () => state.heard,
    },
    random,
  )
  return { loop, done, state }
}

describe('the wait before another try', () => {
  test('is spread over each browser, grows with every try and has an end', () => {
    expect([waitBefore(1, 0), waitBefore(1, 1)]).toEqual([200, 1000])
    expect([waitBefore(3, 0), waitBefore(3, 1)]).toEqual([800, 4000])
    expect(waitBefore(50, 1)).toBe(6000)
  })

  test('five hundred browsers that lose one server do not come back in one wave', () => {
    let seed = 7
    const random = () => {
      seed = (seed * 16807) % 2147483647
      return seed / 2147483647
    }
    const waits = Array.from({ length: 500 }, () => waitBefore(1, random()))
    const inTenths = Array.from({ length: 10 }, (_, tenth) =>
      waits.filter((wait) => Math.floor(wait / 100) === tenth),
    )
    expect(Math.max(...inTenths.map((each) => each.length))).toBeLessThan(100)
  })
})

describe('a line', () => {
  test('is tried at once, and again after each loss', () => {
    const { loop, done } = line()
    loop.start()
    loop.lost()
    expect(done).toEqual(['connect'])
    vi.advanceTimersByTime(waitBefore(1, 0.5))
    expect(done).toEqual(['connect', 'connect'])
    loop.lost()
    vi.advanceTimersByTime(waitBefore(2, 0.5) - 1)
    expect(done).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(done).toHaveLength(3)
  })

  test('that worked begins with the short wait when it is lost', () => {
    const { loop, done } = line()
    loop.start()
    for (let time = 0; time < 5; time++) loop.lost()
    loop.good()
    loop.lost()
    vi.advanceTimersByTime(waitBefore(1, 0.5))
    expect(done).toHaveLength(2)
  })

  test('that never opens is given up and tried again', () => {
    const { loop, done } = line()
    loop.start()
    vi.advanceTimersByTime(15_000)
    expect(done).toEqual(['connect', 'drop'])
    vi.advanceTimersByTime(1000)
    expect(done).toEqual(['connect', 'drop', 'connect'])
  })

  test('that is open and answers when the laptop wakes up stays', () => {
    const { loop, done, state } = line()
    loop.start()
    state.open = true
    state.answers = true
    loop.check()
    vi.advanceTimersByTime(5000)
    expect(done).toEqual(['connect', 'ask'])
  })

  test('that is open is asked now and then, and stays for as long as it answers', () => {
    const { loop, done, state } = line()
    loop.start()
    state.open = true
    state.answers = true
    vi.advanceTimersByTime(60_000)
    expect(done).toEqual(['connect', 'ask', 'ask', 'ask', 'ask'])
  })

  test('that does not answer from one question to the next is dropped and made anew', () => {
    const { loop, done, state } = line()
    loop.start()
    state.open = true
    vi.advanceTimersByTime(30_000)
    expect(done).toEqual(['connect', 'ask', 'drop'])
  })

  test('that is asked whether it lives still goes again when a refused edit waits for it', () => {
    const { loop, done, state } = line()
    loop.start()
    state.open = true
    state.answers = true
    loop.again(2500)
    loop.check()
    vi.advanceTimersByTime(2500)
    expect(done).toEqual(['connect', 'ask', 'drop', 'connect'])
  })

  test('that is open but silent when the laptop wakes up is dropped and made anew', () => {
    const { loop, done, state } = line()
    loop.start()
    state.open = true
    loop.check()
    vi.advanceTimersByTime(5000)
    expect(done).toEqual(['connect', 'ask', 'drop'])
    vi.advanceTimersByTime(1000)
    expect(done.at(-1)).toBe('connect')
  })

  test('that waits for its next try is tried soon when the network comes back', () => {
    const { loop, done } = line()
    loop.start()
    for (let time = 0; time < 5; time++) loop.lost()
    loop.check()
    vi.advanceTimersByTime(waitBefore(1, 0.5) / 3)
    expect(done).toEqual(['connect', 'connect'])
  })

  test('that ended for good is left alone', () => {
    const { loop, done } = line()
    loop.start()
    loop.stop()
    loop.lost()
    loop.check()
    loop.again(10)
    vi.advanceTimersByTime(60_000)
    expect(done).toEqual(['connect'])
  })
})
