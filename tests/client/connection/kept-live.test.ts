import { describe, expect, test, vi } from 'vitest'
import { type ConnectionState, initialConnection } from '../../../client/connection/connection-state.ts'
import { createLiveConnections } from '../../../client/connection/kept-live.ts'
import type { LiveConnection } from '../../../client/connection/live.ts'

const kept: ConnectionState = {
  ...initialConnection,
  opened: true,
  synced: true,
  canWrite: true,
  link: 'open',
}

/** Connections whose state the test sets, on a clock the test turns. */
function connections() {
  vi.useFakeTimers()
  const opened: { id: string; closed: boolean; set: (state: ConnectionState) => void }[] = []
  const open = (id: string): LiveConnection => {
    let state = kept
    const listeners = new Set<() => void>()
    const entry = {
      id,
      closed: false,
      set: (next: ConnectionState) => {
        state = next
        for (const listener of listeners) listener()
      },
    }
    opened.push(entry)
    const live = {
      getState: () => state,
      subscribe: (listener: () => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: () => {
        entry.closed = true
      },
    }
    return live as unknown as LiveConnection
  }
  const live = createLiveConnections(1000)
  return { opened, pool: { ...live, hold: (id: string) => live.hold(id, open) } }
}

const waiting: ConnectionState = { ...kept, carried: 2 }

describe('the connection of an agreement on one page', () => {
  test('all end at once when the person leaves', () => {
    const { opened, pool } = connections()
    pool.hold('a')
    pool.hold('b')
    pool.endAll()
    expect(opened.map(({ closed }) => closed)).toEqual([true, true])
  })

  test('two screens of one agreement share it, another agreement has its own', () => {
    const { opened, pool } = connections()
    expect(pool.hold('a').live).toBe(pool.hold('a').live)
    pool.hold('b')
    expect(opened.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('nobody shows it any more and all is kept: it ends after a while, unless somebody comes back', () => {
    const { opened, pool } = connections()
    pool.hold('a').release()
    vi.advanceTimersByTime(999)
    const again = pool.hold('a')
    vi.advanceTimersByTime(5000)
    expect(opened).toMatchObject([{ closed: false }])
    again.release()
    again.release()
    vi.advanceTimersByTime(1000)
    expect(opened).toMatchObject([{ closed: true }])
  })

  test('what is written but not kept yet holds it open, however long that takes', () => {
    const { opened, pool } = connections()
    const { release } = pool.hold('a')
    opened[0]?.set(waiting)
    release()
    vi.advanceTimersByTime(3_600_000)
    expect(opened).toMatchObject([{ closed: false }])
    expect(pool.hold('a').live.getState()).toBe(waiting)
  })

  test('it ends once the rest is kept', () => {
    const { opened, pool } = connections()
    const { release } = pool.hold('a')
    opened[0]?.set(waiting)
    release()
    opened[0]?.set(kept)
    vi.advanceTimersByTime(1000)
    expect(opened).toMatchObject([{ closed: true }])
  })

  test('a connection that can keep nothing more ends at once, and the next screen gets a new one', () => {
    const { opened, pool } = connections()
    const { release } = pool.hold('a')
    opened[0]?.set({ ...waiting, ended: 'notAllowed' })
    release()
    expect(opened).toMatchObject([{ closed: true }])
    pool.hold('a')
    expect(opened).toHaveLength(2)
  })

  test('who comes in anew gets a new connection, and leaving the old screen does not end that one', () => {
    const { opened, pool } = connections()
    const old = pool.hold('a')
    pool.end('a')
    const fresh = pool.hold('a')
    old.release()
    vi.advanceTimersByTime(5000)
    expect(opened).toMatchObject([{ closed: true }, { closed: false }])
    expect(fresh.live).not.toBe(old.live)
  })
})
