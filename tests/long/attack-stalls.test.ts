import { afterEach, beforeEach, expect, test } from 'vitest'
import { ATTACKS, type AttackName } from '../support/attacks.ts'
import { FLOODS, type FloodName } from '../support/floods.ts'
import { startUnderAttack, type UnderAttack } from '../support/under-attack.ts'

/** What honest people may wait (ms) for a letter during an attack; a machine with other work to do may take this many times its own pace. */
const BOUND = 100
const TIMES_IDLE = 3

let under: UnderAttack
beforeEach(async () => {
  under = await startUnderAttack()
})
afterEach(() => under?.stop())

test('during no attack on the live connection do honest people wait longer than 100 ms for a letter', async () => {
  await measure(Object.keys(ATTACKS) as AttackName[], false)
})

test('during no flood over plain HTTP do honest people wait longer than 100 ms for a letter, and who is too slow is told so', async () => {
  const codes = await measure(Object.keys(FLOODS) as FloodName[], true)
  expect(codes.get('pages and lists without end')).toContain(429)
  for (const name of [
    'thousands of headers that come a letter at a time',
    'thousands of bodies that never come',
  ])
    expect(codes.get(name), name).toContain(408)
})

/** Lets each attack go by a participant and by a stranger; gives what came of each. */
async function measure(names: readonly (AttackName | FloodName)[], isLong: boolean) {
  const idle = await longestOf(200)
  const stalls: [string, number][] = []
  const codes = new Map<string, number[]>()
  for (const by of ['participant', 'stranger'] as const)
    for (const name of names) {
      const outcome = await under.attack(name, by, isLong)
      stalls.push([`${name} by a ${by}`, Math.round(outcome.stall)])
      codes.set(name, [...(codes.get(name) ?? []), ...outcome.codes])
    }
  const report = `idle ${Math.round(idle)} ms; ${stalls.map(([name, stall]) => `${name} ${stall}`).join(', ')}`
  process.stdout.write(`${report}\n`)
  const bound = Math.max(BOUND, TIMES_IDLE * idle)
  expect(
    stalls.filter(([, stall]) => stall > bound),
    report,
  ).toEqual([])
  return codes
}

/** The longest time of so many letters without an attack. */
async function longestOf(letters: number): Promise<number> {
  const { near } = under.echoes
  near.takeLongest()
  const until = near.letters + letters
  await expect.poll(() => near.letters, { timeout: 60_000 }).toBeGreaterThan(until)
  return near.takeLongest()
}
