import { afterEach, expect, test, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createLead } from '../../../../client/screens/meeting/lead.ts'

const pages: Awareness[] = []
afterEach(() => {
  for (const page of pages.splice(0)) page.destroy()
})

/** Two pages whose presence reaches each other at once. */
function twoPages(): [Awareness, Awareness] {
  const both = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())] as [Awareness, Awareness]
  pages.push(...both)
  for (const [from, to] of [both, [...both].reverse()] as [Awareness, Awareness][])
    from.on('update', (_: unknown, origin: unknown) => {
      if (origin === 'local') applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), 'other')
    })
  return both
}
const presentsOf = (page: Awareness) => page.getLocalState()?.presents ?? null

test('who shows an article tells so by its presence, and stops by showing nothing', () => {
  const [page] = twoPages()
  const lead = createLead(page)
  lead.show('a4')
  expect([lead.getShown(), presentsOf(page)]).toEqual(['a4', 'a4'])
  lead.show(null)
  expect([lead.getShown(), presentsOf(page)]).toEqual([null, null])
})

test('when another page begins to show, the one before it stops and says so', () => {
  const [one, other] = twoPages()
  const [before, after] = [createLead(one), createLead(other)]
  before.show('a4')
  let told = 0
  before.subscribe(() => {
    told += 1
  })
  after.show('a7')
  expect([before.getShown(), after.getShown(), told]).toEqual([null, 'a7', 1])
  expect(presentsOf(one)).toBeNull()
})

test('another article of who shows already takes nothing from anybody', () => {
  const [one, other] = twoPages()
  const [first, second] = [createLead(one), createLead(other)]
  first.show('a4')
  second.show('a7')
  second.show('a8')
  expect([first.getShown(), second.getShown()]).toEqual([null, 'a8'])
})

test('a page that begins before it heard of who shows already is the one that shows, whoever hears first', () => {
  for (const heardFirst of ['before', 'after'] as const) {
    const pair = { before: new Awareness(new Y.Doc()), after: new Awareness(new Y.Doc()) }
    pages.push(pair.before, pair.after)
    const [before, after] = [createLead(pair.before), createLead(pair.after)]
    vi.useFakeTimers({ now: 1000, toFake: ['Date'] })
    before.show('a4')
    vi.setSystemTime(2000)
    after.show('a7')
    vi.useRealTimers()
    const hear = (to: Awareness, from: Awareness) =>
      applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), 'other')
    const [first, second] = heardFirst === 'before' ? [pair.before, pair.after] : [pair.after, pair.before]
    hear(first, second)
    hear(second, first)
    expect([before.getShown(), after.getShown()], heardFirst).toEqual([null, 'a7'])
  }
})

test('who begins is the last, also where the clock of the other device is ahead or it claims no moment at all', () => {
  const [one, other] = twoPages()
  const [before, after] = [createLead(one), createLead(other)]
  for (const presentsSince of [Date.now() + 3_600_000, 8.64e15, 'x', Number.MAX_VALUE]) {
    before.show(null)
    before.show('a4')
    one.setLocalState({ ...one.getLocalState(), presentsSince })
    after.show('a7')
    expect(after.getShown(), String(presentsSince)).toBe('a7')
    after.show(null)
  }
})

test('a page that goes shows nothing any more', () => {
  const [page] = twoPages()
  const lead = createLead(page)
  lead.show('a4')
  lead.close()
  expect(presentsOf(page)).toBeNull()
})
