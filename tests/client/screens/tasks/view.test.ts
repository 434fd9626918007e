import { expect, test } from 'vitest'
import { taskAddress } from '../../../../client/screens/tasks/task-address.ts'
import { hashOf, readView, type View } from '../../../../client/screens/tasks/view.ts'

test.each<View>([{ name: 'pick' }, { name: 'overview' }, { name: 'task', taskId: 'a-1_b' }])(
  'the address of $name leads back to it',
  (view) => {
    expect(readView(hashOf(view))).toEqual(view)
  },
)

test('a place in the page, as the skip link has it, is no view', () => {
  expect(readView('#content')).toBeNull()
})

test('a task has an address of its own', () => {
  expect(taskAddress('ag 1', 't1')).toBe('/agreements/ag%201/taken#taak-t1')
})
