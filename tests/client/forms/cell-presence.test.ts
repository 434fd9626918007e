import { expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { followCells } from '../../../client/forms/cell-presence.ts'

/** Two people's presence; `tell` carries the other's state over. */
function twoPeople() {
  const own = new Awareness(new Y.Doc())
  const other = new Awareness(new Y.Doc())
  const tell = (state: Record<string, unknown>) => {
    other.setLocalState(state)
    applyAwarenessUpdate(own, encodeAwarenessUpdate(other, [other.clientID]), 'wire')
  }
  const close = () => {
    own.destroy()
    other.destroy()
  }
  return { own, other, tell, close }
}

const mark = { user: { name: 'Mark', partyId: 'p_gem' } }

test('who enters a cell is there by name, and gone when they leave', () => {
  const { own, other, tell, close } = twoPeople()
  const cells = followCells(own)
  tell({ ...mark, cell: 'tasks.t1.title' })
  expect(cells.at('tasks.t1.title')).toEqual([{ clientId: other.clientID, name: 'Mark', partyId: 'p_gem' }])
  tell({ ...mark, cell: null })
  expect(cells.at('tasks.t1.title')).toEqual([])
  cells.stop()
  close()
})

test('a caret that moves tells no cell to draw again', () => {
  const { own, tell, close } = twoPeople()
  const cells = followCells(own)
  tell({ ...mark, cell: 'tasks.t1.title' })
  let told = 0
  const stop = cells.subscribe(() => told++)
  const before = cells.at('tasks.t1.title')
  tell({ ...mark, cell: 'tasks.t1.title', cursor: { in: 'article:a', anchor: 1, head: 2 } })
  expect(told).toBe(0)
  expect(cells.at('tasks.t1.title')).toBe(before)
  stop()
  cells.stop()
  close()
})

test.each([
  [{ cell: 12, user: { name: 'x' } }],
  [{ cell: 'a' }],
  [{ cell: 'a', user: { name: 7 } }],
  [{ cell: 'a'.repeat(300), user: { name: 'x' } }],
])('a state that says nothing sensible draws nobody: %j', (state) => {
  const { own, tell, close } = twoPeople()
  const cells = followCells(own)
  tell(state)
  expect(cells.at('a')).toEqual([])
  cells.stop()
  close()
})
