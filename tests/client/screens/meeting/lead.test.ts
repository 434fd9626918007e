import { afterEach, expect, test } from 'vitest'
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

test('a page that goes shows nothing any more', () => {
  const [page] = twoPages()
  const lead = createLead(page)
  lead.show('a4')
  lead.close()
  expect(presentsOf(page)).toBeNull()
})
