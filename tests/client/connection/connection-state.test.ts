import { describe, expect, test } from 'vitest'
import {
  type ConnectionEvent,
  type ConnectionState,
  connectionReducer,
  initialConnection,
  mayWrite,
  reportOf,
  standingOf,
  unkept,
} from '../../../client/connection/connection-state.ts'
import { type RefusalReason, SCHEMA_VERSION, type ServerNotice } from '../../../shared/protocol/live.ts'

const since = (...events: ConnectionEvent[]): ConnectionState =>
  events.reduce(connectionReducer, initialConnection)
const then = (state: ConnectionState, ...events: ConnectionEvent[]) => events.reduce(connectionReducer, state)

const opened: ConnectionEvent = { kind: 'opened' }
const synced: ConnectionEvent = { kind: 'synced' }
const lost: ConnectionEvent = { kind: 'lost' }
const edited: ConnectionEvent = { kind: 'sent', what: 'update' }
const answered: ConnectionEvent = { kind: 'sent', what: 'step2' }
const editedOffline: ConnectionEvent = { kind: 'editedOffline' }
const notice = (notice: ServerNotice): ConnectionEvent => ({ kind: 'notice', notice })
const kept = (upTo: number) => notice({ kind: 'kept', upTo })
const refused = (message: number, reason: RefusalReason) => notice({ kind: 'refused', message, reason })
const welcome = (more: Partial<Extract<ServerNotice, { kind: 'welcome' }>> = {}) =>
  notice({
    kind: 'welcome',
    epoch: 'first',
    schema: SCHEMA_VERSION,
    role: 'writer',
    hold: null,
    canWrite: true,
    personId: 'p1',
    ...more,
  })
/** Open, with the answer to the server's first question sent and kept. */
const ready = since(opened, welcome(), synced, answered, kept(1))

describe('what stands of a state', () => {
  test('stays the same object while edits are sent and kept, and becomes another when somebody may no longer write', () => {
    const first = standingOf(ready, null)
    const typed = [edited, edited, kept(2), editedOffline, kept(3)]
    for (let state = ready; typed.length > 0; ) {
      state = then(state, ...typed.splice(0, 1))
      expect(standingOf(state, first)).toBe(first)
    }
    const role = notice({ kind: 'role', role: 'reader', canWrite: false, hold: null })
    const after = standingOf(then(ready, role), first)
    expect(after).not.toBe(first)
    expect([mayWrite(first), mayWrite(after)]).toEqual([true, false])
  })
})

describe('before the text is here', () => {
  test('a page that opens says that it connects', () => {
    expect(reportOf(initialConnection)).toEqual({ kind: 'connecting' })
    expect(reportOf(since(opened, welcome()))).toEqual({ kind: 'connecting' })
  })

  test('nothing may be written', () => {
    expect(mayWrite(since(opened, welcome()))).toBe(false)
  })

  test('a first try that fails does not promise that one can write on', () => {
    expect(reportOf(since(lost))).toEqual({ kind: 'notReached' })
  })
})

describe('while connected', () => {
  test('all is kept when the server has kept every write', () => {
    expect(reportOf(ready)).toEqual({ kind: 'allKept' })
  })

  test('the empty answer to the server is not waited for', () => {
    expect(reportOf(since(opened, welcome(), synced, answered))).toEqual({ kind: 'allKept' })
  })

  test('an edit that was sent is not kept until the server says so', () => {
    const sent = then(ready, edited, edited)
    expect(reportOf(sent)).toEqual({ kind: 'keeping' })
    expect(unkept(sent)).toBe(2)
    expect(reportOf(then(sent, kept(2)))).toEqual({ kind: 'keeping' })
    expect(reportOf(then(sent, kept(3)))).toEqual({ kind: 'allKept' })
  })

  test('an older word of the server takes nothing back', () => {
    expect(unkept(then(ready, edited, kept(2), kept(1)))).toBe(0)
  })
})

describe('without a connection', () => {
  test('edits are counted as waiting', () => {
    const offline = then(ready, lost, editedOffline, editedOffline)
    expect(reportOf(offline)).toEqual({ kind: 'offline', waiting: 2, onDevice: false })
  })

  test('what was sent and not kept when the line broke waits too', () => {
    expect(reportOf(then(ready, edited, lost))).toEqual({ kind: 'offline', waiting: 1, onDevice: false })
  })

  test('a failed try to come back forgets nothing', () => {
    expect(unkept(then(ready, edited, lost, lost, lost))).toBe(1)
  })

  test('writing goes on', () => {
    expect(mayWrite(then(ready, lost))).toBe(true)
  })
})

describe('with a copy on this device', () => {
  const copy = { personId: 'p1', epoch: 'first', role: 'writer', canWrite: true, whole: true, waiting: 3 }
  const fromCopy = since({ kind: 'copyOpened', copy })

  test('the text is there and may be written before there is a connection, and what waits is said', () => {
    expect(mayWrite(fromCopy)).toBe(true)
    expect(reportOf(fromCopy)).toEqual({ kind: 'waiting', waiting: 3 })
    expect(reportOf(then(fromCopy, lost))).toEqual({ kind: 'offline', waiting: 3, onDevice: true })
  })

  test('what waited in it is kept with the answer that carries it', () => {
    const back = then(fromCopy, opened, welcome(), synced)
    expect(reportOf(back)).toEqual({ kind: 'keeping' })
    expect(reportOf(then(back, answered, kept(1)))).toEqual({ kind: 'allKept' })
  })

  test('a copy that was never whole is not drawn', () => {
    const half = since({ kind: 'copyOpened', copy: { ...copy, whole: false } }, lost)
    expect(reportOf(half)).toEqual({ kind: 'notReached' })
    expect(mayWrite(half)).toBe(false)
  })

  test('a device that takes no more is said to keep nothing', () => {
    const state = then(fromCopy, lost, { kind: 'onDevice', isOn: false })
    expect(reportOf(state)).toMatchObject({ onDevice: false })
  })

  test('of another log of the server, or of another person, it stops the writing', () => {
    expect(mayWrite(then(fromCopy, opened, welcome({ epoch: 'second' })))).toBe(false)
    const others = then(fromCopy, opened, welcome({ personId: 'p2' }))
    expect(mayWrite(others)).toBe(false)
    expect(reportOf(others)).toMatchObject({ kind: 'refused', reason: 'foreign_client' })
  })

  test('a copy that a newer version made asks for another page, and nothing is written', () => {
    const older = since({ kind: 'copyTooNew' }, opened, welcome(), synced)
    expect(reportOf(older)).toEqual({ kind: 'olderVersion' })
    expect(mayWrite(older)).toBe(false)
  })
})

describe('coming back', () => {
  const back = then(ready, lost, editedOffline, opened, welcome(), synced)

  test('waiting edits are not kept merely because the server has sent its own', () => {
    expect(reportOf(back)).toEqual({ kind: 'keeping' })
  })

  test('they are kept with the answer that carries them, whatever else is kept before', () => {
    const sent = then(back, edited, answered)
    expect(reportOf(then(sent, kept(1)))).toEqual({ kind: 'keeping' })
    expect(reportOf(then(sent, kept(2)))).toEqual({ kind: 'allKept' })
  })

  test('breaking off again before that keeps them waiting', () => {
    expect(unkept(then(back, answered, lost))).toBe(1)
  })
})

describe('a refusal', () => {
  test.each(['gap', 'not_kept'] as const)(
    'for "%s" keeps the edit waiting for the next connection',
    (reason) => {
      const state = then(ready, edited, refused(2, reason))
      expect(reportOf(state)).toEqual({ kind: 'refused', reason, onDevice: false })
      expect(unkept(state)).toBe(1)
      expect(mayWrite(state)).toBe(true)
      const back = then(state, lost, opened, welcome(), synced, answered, kept(1))
      expect(reportOf(back)).toEqual({ kind: 'allKept' })
    },
  )

  test.each(['not_kept', 'gap'] as const)('for "%s" of waiting edits keeps them waiting', (reason) => {
    const state = then(ready, lost, editedOffline, opened, welcome(), synced, answered, refused(1, reason))
    expect(unkept(state)).toBe(1)
    expect(unkept(then(state, edited, kept(2)))).toBe(1)
  })

  test.each(['read_only', 'older_schema', 'malformed', 'too_large', 'foreign_client'] as const)(
    'for "%s" stays on screen and stops the writing, since all later edits would build on it',
    (reason) => {
      const state = then(ready, edited, refused(2, reason), edited, kept(3))
      expect(reportOf(state)).toEqual({ kind: 'refused', reason, onDevice: false })
      expect(mayWrite(state)).toBe(false)
    },
  )
})

describe('the end', () => {
  test.each([
    [4401, 'notKnown'],
    [4403, 'notAllowed'],
    [4404, 'gone'],
    [4499, 'notKnown'],
  ])('close code %i is said as %s, and nothing changes it', (code, kind) => {
    const state = then(ready, { kind: 'closedForGood', code })
    expect(reportOf(state)).toEqual({ kind })
    expect(mayWrite(state)).toBe(false)
    expect(then(state, opened, synced)).toBe(state)
  })
})

describe('what the server knows better', () => {
  test('a newer schema makes this page for reading only', () => {
    const state = then(since(opened, welcome({ schema: SCHEMA_VERSION + 1 }), synced))
    expect(reportOf(state)).toEqual({ kind: 'olderVersion' })
    expect(mayWrite(state)).toBe(false)
  })

  test('another epoch of the log is said, and stops the writing', () => {
    const state = then(ready, lost, opened, welcome({ epoch: 'second' }))
    expect(reportOf(state)).toEqual({ kind: 'restored', onDevice: false })
    expect(mayWrite(state)).toBe(false)
  })

  test('a changed role takes effect at once', () => {
    const reading = then(ready, notice({ kind: 'role', role: 'reader', canWrite: false, hold: null }))
    expect(mayWrite(reading)).toBe(false)
    expect(
      mayWrite(then(reading, notice({ kind: 'role', role: 'writer', canWrite: true, hold: null }))),
    ).toBe(true)
  })

  test('a text that takes no writes now is read, and written in again once it does; the same page holds what it wrote meanwhile', () => {
    const held = { kind: 'role', role: 'writer', canWrite: false, hold: 'archived' } as const
    const away = then(ready, edited, notice(held), refused(2, 'archived'))
    expect(away.hold).toBe('archived')
    expect(mayWrite(away)).toBe(false)
    expect(reportOf(away)).toEqual({ kind: 'refused', reason: 'archived', onDevice: false })
    expect(unkept(away)).toBe(1)
    const back = then(away, notice({ ...held, canWrite: true, hold: null }))
    expect(mayWrite(back)).toBe(true)
    expect(reportOf(then(back, answered, kept(3)))).toEqual({ kind: 'allKept' })
  })

  test('news of other things leaves the state as it is', () => {
    expect(then(ready, notice({ kind: 'changed', what: 'comments' }))).toBe(ready)
  })
})
