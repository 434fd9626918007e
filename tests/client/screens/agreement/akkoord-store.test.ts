import { describe, expect, test } from 'vitest'
import { CallFailed } from '../../../../client/connection/index.ts'
import {
  createAkkoordStore,
  RETRY,
  type Said,
} from '../../../../client/screens/agreement/akkoord/akkoord-store.ts'
import type { Consent, NewConsent } from '../../../../shared/protocol/endpoints-consents.ts'
import { PROBLEMS, type ProblemName } from '../../../../shared/protocol/problem.ts'
import { HandClock } from '../../../support/hand-clock.ts'

const SAID: Said = { articleId: 'a', partyId: 'm', state: 'agreed', reason: '', hash: 'h1' }
const unreachable = () => new CallFailed({ kind: 'unreachable' })
const refused = (name: ProblemName) =>
  new CallFailed({
    kind: 'problem',
    name,
    problem: { type: `/problems/${name}`, title: name, status: PROBLEMS[name], detail: name },
  })

const consentOf = ({ articleId, partyId, state, reason = '', hash = '' }: NewConsent): Consent => ({
  ...{ articleId, partyId, state, reason, hash },
  ...{ reopened: false, personId: 'p', name: 'Fatima', at: '2026-11-26T12:00:00Z' },
})

/** A store with a device, whose server answers as `answers` says, in turn; the last answer is given again. */
function open(answers: (CallFailed | 'kept')[], device = { text: null as string | null }) {
  const clock = new HandClock()
  const sent: NewConsent[] = []
  let ids = 0
  let loads = 0
  const store = createAkkoordStore({
    load: async () => {
      loads += 1
      return { articles: [], consents: [] }
    },
    send: async (command) => {
      sent.push(command)
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      if (answer instanceof CallFailed) throw answer
      return consentOf(command)
    },
    after: (time, then) => clock.after(time, then),
    kept: {
      read: () => device.text,
      write: (text) => {
        device.text = text
      },
    },
    newId: () => `id${++ids}`,
  })
  const states = () => store.get().waiting.map(({ command, state }) => `${command.state} ${state}`)
  return { store, clock, sent, device, states, loads: () => loads }
}

describe('what somebody says without a connection', () => {
  test('waits on the device, is sent when there is one, and once', async () => {
    const at = open([unreachable(), 'kept'])
    at.store.say(SAID)
    await expect.poll(at.states).toEqual(['agreed waiting'])
    expect(at.device.text).toContain('"hash":"h1"')
    await expect.poll(() => at.sent.length).toBe(1)
    at.clock.advance(RETRY)
    await expect.poll(at.states).toEqual([])
    expect(at.sent.map(({ id }) => id)).toEqual(['id1', 'id1'])
    expect(at.store.get().consents).toMatchObject([{ articleId: 'a', partyId: 'm', state: 'agreed' }])
  })

  test('outlives the page, and is sent by the next one', async () => {
    const { device, store } = open([unreachable()])
    store.say(SAID)
    const next = open(['kept'], device)
    expect(next.states()).toEqual(['agreed waiting'])
    next.store.flush()
    await expect.poll(next.states).toEqual([])
    expect(next.sent).toMatchObject([{ id: 'id1', hash: 'h1' }])
  })

  test('is not given when the words changed meanwhile, is not sent again, and stands there until it is put away', async () => {
    const at = open([unreachable(), refused('changed-meanwhile')])
    at.store.say(SAID)
    await expect.poll(() => at.sent.length).toBe(1)
    at.clock.advance(RETRY)
    await expect.poll(at.states).toEqual(['agreed changed'])
    at.store.flush()
    expect(at.sent).toHaveLength(2)
    at.store.putAway('id1')
    expect(at.states()).toEqual([])
    expect(at.device.text).toBe('[]')
  })

  test('is followed by what is said later of the same article', async () => {
    const at = open([unreachable(), 'kept'])
    at.store.say(SAID)
    await expect.poll(() => at.sent.length).toBe(1)
    at.store.say({ ...SAID, state: 'objection', reason: 'Te weinig.' })
    await expect.poll(at.states).toEqual([])
    expect(at.store.get().consents).toMatchObject([{ state: 'objection', reason: 'Te weinig.' }])
  })
})

test('what the server refuses is shown as refused', async () => {
  const at = open([refused('not-allowed')])
  at.store.say(SAID)
  await expect.poll(at.states).toEqual(['agreed refused'])
})

test('a device that keeps nonsense is begun with nothing', () => {
  expect(open(['kept'], { text: '{"no":"list"}' }).states()).toEqual([])
})

test('however many bells ring while the akkoord is fetched, it is fetched once more', async () => {
  const { store, loads } = open(['kept'])
  await Promise.all(Array.from({ length: 20 }, () => store.refresh()))
  expect(loads()).toBe(2)
  await store.refresh()
  expect(loads()).toBe(3)
})
