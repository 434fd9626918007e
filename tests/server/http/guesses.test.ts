import { expect, test } from 'vitest'
import { Refusal } from '../../../server/access/refusal.ts'
import { Guesses } from '../../../server/http/guesses.ts'

const wrong = async () => {
  throw new Refusal('invalid-code')
}
const tooMany = { problem: 'too-many-requests' }

async function guessWrong(guesses: Guesses, address: string, count: number, now = 0): Promise<void> {
  for (let each = 0; each < count; each += 1)
    await expect(guesses.guarded(address, now, wrong)).rejects.toMatchObject({ problem: 'invalid-code' })
}

test('after ten wrong codes an address waits for the next minute, also with a right one; others do not', async () => {
  const guesses = new Guesses()
  await guessWrong(guesses, 'a', 10)
  await expect(guesses.guarded('a', 59_999, async () => 'in')).rejects.toMatchObject(tooMany)
  expect(await guesses.guarded('b', 59_999, async () => 'in')).toBe('in')
  expect(await guesses.guarded('a', 60_000, async () => 'in')).toBe('in')
})

test('right codes count for nothing: a whole hall comes in behind one address', async () => {
  const guesses = new Guesses()
  for (let each = 0; each < 100; each += 1) expect(await guesses.guarded('a', 0, async () => each)).toBe(each)
})

test('many tries at once from one address are no more than ten', async () => {
  const guesses = new Guesses()
  const tries = await Promise.allSettled(Array.from({ length: 50 }, () => guesses.guarded('a', 0, wrong)))
  const problems = tries.map((each) => (each.status === 'rejected' ? each.reason.problem : 'in'))
  expect(problems.filter((each) => each === 'invalid-code')).toHaveLength(10)
  expect(problems.filter((each) => each === tooMany.problem)).toHaveLength(40)
})

test('from many addresses together the server takes three hundred in a minute', async () => {
  const guesses = new Guesses()
  for (let each = 0; each < 300; each += 1) await guessWrong(guesses, `a${each}`, 1)
  await expect(guesses.guarded('new', 0, wrong)).rejects.toMatchObject(tooMany)
  await guessWrong(guesses, 'new', 1, 60_000)
})
