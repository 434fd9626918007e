import { afterAll, beforeAll, expect, test } from 'vitest'
import { ATTACKS, type AttackName } from '../support/attacks.ts'
import { startUnderAttack, type UnderAttack } from '../support/under-attack.ts'

/** What honest people may wait (ms) for a letter during an attack; a machine with other work to do may take this many times its own pace. */
const BOUND = 100
const TIMES_IDLE = 3

let under: UnderAttack
beforeAll(async () => {
  under = await startUnderAttack()
})
afterAll(() => under?.stop())

test('during no attack do honest people wait longer than 100 ms for a letter', async () => {
  const names = Object.keys(ATTACKS) as AttackName[]
  const idle = await longestOf(200)
  const stalls: [string, number][] = []
  for (const by of ['participant', 'stranger'] as const)
    for (const name of names)
      stalls.push([`${name} by a ${by}`, Math.round((await under.attack(name, by)).stall)])
  const report = `idle ${Math.round(idle)} ms; ${stalls.map(([name, stall]) => `${name} ${stall}`).join(', ')}`
  process.stdout.write(`${report}\n`)
  const bound = Math.max(BOUND, TIMES_IDLE * idle)
  expect(
    stalls.filter(([, stall]) => stall > bound),
    report,
  ).toEqual([])
})

/** The longest time of so many letters without an attack. */
async function longestOf(letters: number): Promise<number> {
  const { near } = under.echoes
  near.takeLongest()
  const until = near.letters + letters
  await expect.poll(() => near.letters, { timeout: 60_000 }).toBeGreaterThan(until)
  return near.takeLongest()
}
