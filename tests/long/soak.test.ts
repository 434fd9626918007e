import { afterAll, beforeAll, expect, test } from 'vitest'
import { ATTACKS, type AttackName } from '../support/attacks.ts'
import { oneOf, seeded } from '../support/seeded.ts'
import { startUnderAttack, type UnderAttack } from '../support/under-attack.ts'

const SECONDS = Number(process.env.SOAK_SECONDS ?? 600)
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)
/** This one makes the document larger each time; it has its own test. */
const LEFT_OUT: AttackName = 'a reader that never reads'

let under: UnderAttack
beforeAll(async () => {
  under = await startUnderAttack()
})
afterAll(() => under?.stop())

type Used = { megabytes: number; descriptors: number }

async function used(): Promise<Used> {
  const text = await (await fetch(`${under.server.url}/metrics`)).text()
  const read = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
  return {
    megabytes: read('process_resident_memory_bytes') / 1e6,
    descriptors: read('process_open_fds'),
  }
}

test(`after ${SECONDS} s of attacks at random memory and descriptors are as they were, and honest people never stopped (seed ${SEED})`, async () => {
  const random = seeded(SEED)
  const names = (Object.keys(ATTACKS) as AttackName[]).filter((name) => name !== LEFT_OUT)
  const before = await used()
  const end = performance.now() + SECONDS * 1000
  const samples: Used[] = []
  let attacks = 0
  while (performance.now() < end) {
    await Promise.all([under.attack(oneOf(random, names)), fetch(`${under.server.url}/readyz`)])
    attacks += 1
    samples.push(await used())
  }
  const half = samples.slice(samples.length / 2)
  const early = median(
    samples.slice(samples.length / 4, samples.length / 2).map(({ megabytes }) => megabytes),
  )
  const late = median(half.map(({ megabytes }) => megabytes))
  await expect
    .poll(async () => (await used()).descriptors, { timeout: 60_000 })
    .toBeLessThan(before.descriptors + 10)
  const letters = Object.values(under.echoes).map((echo) => echo.letters)
  process.stdout.write(
    `${SECONDS} s, ${attacks} attacks, ${letters.join(' and ')} letters; memory ${before.megabytes.toFixed()} MB at the start, ${early.toFixed()} early, ${late.toFixed()} late\n`,
  )
  expect(Math.min(...letters)).toBeGreaterThan(attacks)
  expect(late).toBeLessThan(1.25 * early + 30)
})

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
