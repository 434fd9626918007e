import { describe, expect, test } from 'vitest'
import { CallFailed } from '../../../../client/connection/call-failure.ts'
import {
  CALM,
  createNotesStore,
  type NoteChange,
  type NotePlace,
  RETRY,
} from '../../../../client/screens/steps/notes-store.ts'
import type { StepNote } from '../../../../shared/protocol/endpoints-steps.ts'

const PLACE: NotePlace = { itemId: 'look.one_page', aboutPartyId: null, audience: 'shared' }

function noteWith(change: Partial<StepNote>): StepNote {
  return {
    ...PLACE,
    text: '',
    version: null,
    writtenBy: 'Fatima',
    writtenAt: '2026-11-21T12:00:00.000Z',
    mark: 'none',
    markedBy: null,
    markedAt: null,
    overlapped: false,
    earlier: [],
    ...change,
  }
}

/** A store over a server that the test plays, and a clock that it turns. */
function open(first: StepNote[] = []) {
  const sent: NoteChange[] = []
  const answers: { resolve: (note: StepNote) => void; reject: (thrown: unknown) => void }[] = []
  const timers = new Set<{ at: number; then: () => void }>()
  let now = 0
  let loaded: StepNote[] = first
  const store = createNotesStore(first, {
    load: async () => loaded,
    send: (change) => {
      sent.push(change)
      return new Promise((resolve, reject) => answers.push({ resolve, reject }))
    },
    after: (time, then) => {
      const timer = { at: now + time, then }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return {
    store,
    sent,
    serve: (notes: StepNote[]) => {
      loaded = notes
    },
    pass: (time: number) => {
      now += time
      for (const timer of [...timers])
        if (timer.at <= now) {
          timers.delete(timer)
          timer.then()
        }
    },
    answer: async (note: StepNote) => {
      answers.shift()?.resolve(note)
      await settle()
    },
    fail: async (thrown: unknown) => {
      answers.shift()?.reject(thrown)
      await settle()
    },
  }
}

describe('a note', () => {
  test('goes out once the typing pauses, with the version it began from', async () => {
    const at = open([noteWith({ text: 'Een', version: 4 })])
    at.store.type(PLACE, 'Een f')
    at.pass(CALM - 1)
    at.store.type(PLACE, 'Een folder')
    at.pass(CALM - 1)
    expect(at.sent).toEqual([])
    at.pass(1)
    expect(at.sent).toEqual([{ ...PLACE, text: 'Een folder', basedOn: 4 }])
    await at.answer(noteWith({ text: 'Een folder', version: 5 }))
    expect(at.store.at(PLACE)).toMatchObject({ draft: null, note: { text: 'Een folder' } })
    expect(at.store.hasUnkept()).toBe(false)
  })

  test('that is typed on while it is sent goes out again, from the version just made', async () => {
    const at = open()
    at.store.type(PLACE, 'Een')
    at.store.flush(PLACE)
    at.store.type(PLACE, 'Een folder')
    await at.answer(noteWith({ text: 'Een', version: 1 }))
    expect(at.store.at(PLACE).draft?.text).toBe('Een folder')
    at.pass(CALM)
    expect(at.sent[1]).toEqual({ ...PLACE, text: 'Een folder', basedOn: 1 })
  })

  test('that finds no server stays, says so, and is sent again by itself', async () => {
    const at = open()
    at.store.type(PLACE, 'Een folder')
    at.store.flush(PLACE)
    await at.fail(new CallFailed({ kind: 'unreachable' }))
    expect(at.store.at(PLACE).draft).toMatchObject({ text: 'Een folder', state: 'failed' })
    expect(at.store.hasUnkept()).toBe(true)
    at.pass(RETRY)
    await at.answer(noteWith({ text: 'Een folder', version: 1 }))
    expect(at.store.at(PLACE)).toMatchObject({ draft: null, note: { text: 'Een folder' } })
  })

  test('that is refused for good stays readable and is not sent again', async () => {
    const at = open()
    at.store.type(PLACE, 'Een folder')
    at.store.flush(PLACE)
    const problem = { type: '/problems/not-allowed', title: '', status: 403, detail: '' }
    await at.fail(new CallFailed({ kind: 'problem', name: 'not-allowed', problem }))
    at.pass(RETRY * 2)
    expect(at.store.at(PLACE).draft).toMatchObject({ text: 'Een folder', state: 'refused' })
    expect(at.sent).toHaveLength(1)
  })

  test('that another changed meanwhile shows theirs beside the own draft', async () => {
    const at = open([noteWith({ text: 'Eerst', version: 1 })])
    at.store.type(PLACE, 'Eerst dit')
    at.serve([noteWith({ text: 'Mark was hier', version: 2 })])
    await at.store.refresh()
    expect(at.store.at(PLACE)).toMatchObject({
      draft: { text: 'Eerst dit', basedOn: 1 },
      note: { text: 'Mark was hier', version: 2 },
    })
  })
})

describe('a tick', () => {
  test('shows at once, and goes back with a word when it could not be kept', async () => {
    const at = open()
    void at.store.mark(PLACE, 'done')
    expect(at.store.at(PLACE)).toMatchObject({ mark: 'done', markFailed: false })
    await at.fail(new CallFailed({ kind: 'unreachable' }))
    expect(at.store.at(PLACE)).toMatchObject({ mark: 'none', markFailed: true })
  })

  test('that is answered while all notes are fetched is not undone by the older list', async () => {
    const at = open()
    const marking = at.store.mark(PLACE, 'done')
    const refreshing = at.store.refresh()
    at.serve([noteWith({ mark: 'done' })])
    await at.answer(noteWith({ mark: 'done' }))
    await Promise.all([marking, refreshing])
    expect(at.store.at(PLACE).mark).toBe('done')
    expect(at.store.all()).toHaveLength(1)
  })
})

test('what does not change keeps its identity, so that only the changed note is drawn again', () => {
  const other: NotePlace = { ...PLACE, itemId: 'look.talks_staff' }
  const at = open([noteWith({}), noteWith({ itemId: other.itemId })])
  const before = at.store.at(other)
  at.store.type(PLACE, 'Een')
  expect(at.store.at(other)).toBe(before)
})
