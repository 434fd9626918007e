import { beforeEach, describe, expect, test } from 'vitest'
import { CallFailed, type CallFailure } from '../../../../client/connection/call-failure.ts'
import { answerOf, createScanStore } from '../../../../client/screens/scan/scan-store.ts'
import type { ScanView } from '../../../../shared/protocol/endpoints-scan.ts'
import type { ProblemName } from '../../../../shared/protocol/problem.ts'

type Sent = { partyId: string; factorId: string; score: number | null; note: string }

/** A server in the hand of the test: it answers when told, and timers run when told. */
function openStore() {
  const sent: Sent[] = []
  const timers: { at: number; task: () => void }[] = []
  let kept: Sent[] = []
  let answerScore: () => Promise<void> = async () => {}
  const view = (): ScanView => ({
    mine: ['mo'],
    mayOpen: false,
    parties: [],
    opened: null,
    scores: kept.map((each) => ({ ...each, name: 'Fatima', at: '2026-11-21T10:00:00Z' })),
  })
  const store = createScanStore({
    load: async () => view(),
    score: async (answer) => {
      sent.push(answer)
      await answerScore()
      kept = [...kept.filter(({ factorId }) => factorId !== answer.factorId), answer]
      return view()
    },
    after: (at, task) => {
      const timer = { at, task }
      timers.push(timer)
      return () => {
        const index = timers.indexOf(timer)
        if (index >= 0) timers.splice(index, 1)
      }
    },
  })
  return {
    store,
    sent,
    timers,
    /** What the next scores are answered with. */
    onScore: (answer: () => Promise<void>) => {
      answerScore = answer
    },
    runTimers: () => {
      for (const { task } of timers.splice(0)) task()
    },
    shown: (factorId: string) => answerOf(store.getState(), 'mo', factorId),
  }
}

const unreachable: CallFailure = { kind: 'unreachable' }
const refusal = (name: ProblemName, status: number): CallFailure => ({
  kind: 'problem',
  name,
  problem: { type: `/problems/${name}`, title: 't', status, detail: 'd' },
})
const fail = (failure: CallFailure) => async () => {
  throw new CallFailed(failure)
}

let it: ReturnType<typeof openStore>
beforeEach(async () => {
  it = openStore()
  await it.store.refresh()
})

describe('what a party fills in', () => {
  test('shows at once, and goes out when the person pauses: the newest per factor, once', async () => {
    it.store.answer('mo', 'F1', { score: 3, note: '' })
    it.store.answer('mo', 'F1', { score: 4, note: 've' })
    it.store.answer('mo', 'F1', { score: 4, note: 'veel' })
    expect(it.shown('F1')).toMatchObject({ score: 4, note: 'veel' })
    expect(it.sent).toEqual([])
    it.runTimers()
    expect(await it.store.settle()).toBe(true)
    expect(it.sent).toEqual([{ partyId: 'mo', factorId: 'F1', score: 4, note: 'veel' }])
    expect(it.store.getState().unsaved.size).toBe(0)
    expect(it.shown('F1')).toMatchObject({ score: 4, note: 'veel' })
  })

  test('what is typed while an answer travels is not overwritten by it, and goes out after it', async () => {
    const travelling = Promise.withResolvers<void>()
    it.onScore(() => travelling.promise)
    it.store.answer('mo', 'F1', { score: 3, note: 'een' })
    it.runTimers()
    it.store.answer('mo', 'F1', { score: 3, note: 'een twee' })
    travelling.resolve()
    expect(await it.store.settle()).toBe(true)
    expect(it.sent.map(({ note }) => note)).toEqual(['een', 'een twee'])
    expect(it.shown('F1').note).toBe('een twee')
  })

  test('stays while the server can not be reached, says so, and goes out by itself later', async () => {
    it.onScore(fail(unreachable))
    it.store.answer('mo', 'F1', { score: 5, note: '' })
    it.store.answer('mo', 'F2', { score: 1, note: '' })
    expect(await it.store.settle()).toBe(false)
    expect(it.store.getState()).toMatchObject({ trouble: unreachable })
    expect([it.shown('F1').score, it.shown('F2').score]).toEqual([5, 1])
    it.onScore(async () => {})
    it.runTimers()
    expect(await it.store.settle()).toBe(true)
    expect(it.store.getState().trouble).toBeNull()
    expect([it.shown('F1').score, it.shown('F2').score]).toEqual([5, 1])
  })

  test.each([
    ['a full disk', refusal('cannot-keep', 503)],
    ['too much in a row', refusal('too-many-requests', 429)],
  ])('%s is tried again', async (_, failure) => {
    it.onScore(fail(failure))
    it.store.answer('mo', 'F1', { score: 5, note: '' })
    expect(await it.store.settle()).toBe(false)
    expect(it.timers).toHaveLength(1)
  })

  test('what the server will never take is let go with the reason, and the rest goes on', async () => {
    it.onScore(async () => {
      if (it.sent.at(-1)?.factorId === 'F1') throw new CallFailed(refusal('scan-opened', 409))
    })
    it.store.answer('mo', 'F1', { score: 5, note: '' })
    it.store.answer('mo', 'F2', { score: 2, note: '' })
    expect(await it.store.settle()).toBe(true)
    expect([it.shown('F1').score, it.shown('F2').score]).toEqual([null, 2])
    expect(it.sent).toHaveLength(2)
  })
})

test('an answer to an older question does not undo a newer one', async () => {
  const slow = Promise.withResolvers<ScanView>()
  const newest: ScanView = { mine: [], mayOpen: true, parties: [], opened: null, scores: [] }
  const store = createScanStore({
    load: () => slow.promise,
    score: async () => newest,
    after: () => () => {},
  })
  const asked = store.refresh()
  store.take(newest)
  slow.resolve({ ...newest, mayOpen: false })
  await asked
  expect(store.getState().view).toBe(newest)
})
