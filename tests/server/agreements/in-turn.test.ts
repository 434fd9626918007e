import { expect, test } from 'vitest'
import { inTurn } from '../../../server/agreements/in-turn.ts'

test('tasks with one key wait for each other, also behind one that fails; another key does not wait', async () => {
  const turn = inTurn()
  const told: string[] = []
  const first = Promise.withResolvers<void>()
  const one = turn('a', async () => {
    await first.promise
    told.push('one')
    throw new Error('no')
  })
  const two = turn('a', async () => {
    told.push('two')
    return 2
  })
  await turn('b', async () => {
    told.push('other')
  })
  first.resolve()
  await expect(one).rejects.toThrow('no')
  expect(await two).toBe(2)
  expect(told).toEqual(['other', 'one', 'two'])
})
