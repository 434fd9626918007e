import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ATTACKS, type AttackName } from '../support/attacks.ts'
import { type Held, heldBy, INSPECTED } from '../support/inspected.ts'
import { LiveClient } from '../support/live-client.ts'
import { programPath } from '../support/programs.ts'
import { oneOf, type Random, seeded } from '../support/seeded.ts'
import { startUnderAttack, type UnderAttack } from '../support/under-attack.ts'

const SECONDS = Number(process.env.SOAK_SECONDS ?? 600)
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)
/** This one makes the document larger each time; it has its own test. */
const LEFT_OUT: AttackName = 'a reader that never reads'
const NAMES = (Object.keys(ATTACKS) as AttackName[]).filter((name) => name !== LEFT_OUT)
/** A killed server begins anew, and so does its memory: kills come in this part of the time, and what is held is compared in the rest. */
const KILLS_UNTIL = 1 / 4
/** What may be held more at the end than in the middle (MB): the honest rooms have grown by some thousand letters. */
const MORE = 15

let under: UnderAttack
let others: string[]
beforeAll(async () => {
  under = await startUnderAttack({ env: INSPECTED })
  others = await under.agreements(30)
})
afterAll(() => under?.stop())

type Sample = Held & { resident: number; descriptors: number }

async function sample(): Promise<Sample> {
  const text = await (await fetch(`${under.server.url}/metrics`)).text()
  const read = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
  const held = await heldBy(under.server.output())
  return {
    ...held,
    resident: read('process_resident_memory_bytes') / 1e6,
    descriptors: read('process_open_fds'),
  }
}

const counts = { attacks: 0, kills: 0, faults: 0, visits: 0 }

/** Some people open agreements at once, write a word and leave; who sees that theirs is kept finds it again. */
async function comeAndGo(random: Random): Promise<void> {
  const addresses = Array.from({ length: 10 }, () => oneOf(random, others))
  await Promise.all(
    addresses.map(async (address) => {
      const client = new LiveClient(address, under.headers)
      await Promise.race([client.synced, client.closed])
      const words = client.doc.getArray('words')
      words.push([`${counts.visits}`])
      if (words.length > 20) words.delete(0, 10)
      await Promise.race([client.roundTrip(), client.closed])
      client.close()
      counts.visits += 1
    }),
  )
}

/** The disk takes nothing while something else happens, as when it is full. */
async function withFullDisk(work: () => Promise<unknown>): Promise<void> {
  const limit = (size: string) =>
    execFileSync(programPath('prlimit'), [`--pid=${under.server.pid()}`, `--fsize=${size}:`])
  limit('1024')
  try {
    await work()
  } finally {
    limit('unlimited')
  }
  counts.faults += 1
}

async function attack(random: Random): Promise<void> {
  await under.attack(oneOf(random, NAMES), oneOf(random, ['participant', 'stranger']))
  counts.attacks += 1
}

async function kill(): Promise<void> {
  await under.kill()
  counts.kills += 1
}

test(`after ${SECONDS} s of attacks, kills, a full disk, typing, comings and goings at random, what is held is as it was, and honest people never stopped (seed ${SEED})`, async () => {
  const random = seeded(SEED)
  const begin = performance.now()
  const part = () => (performance.now() - begin) / (SECONDS * 1000)
  const samples: (Sample & { part: number })[] = []
  while (part() < 1) {
    await Promise.all([attack(random), comeAndGo(random), fetch(`${under.server.url}/readyz`)])
    if (random(10) === 0) await withFullDisk(() => comeAndGo(random))
    if (part() < KILLS_UNTIL && random(5) === 0) await kill()
    samples.push({ ...(await sample()), part: part() })
  }
  for (const echo of Object.values(under.echoes)) {
    const before = echo.letters
    await expect.poll(() => echo.letters, { timeout: 60_000 }).toBeGreaterThan(before + 3)
  }
  const [middle, end] = [between(samples, 0.4, 0.6), between(samples, 0.8, 1.1)]
  process.stdout.write(
    `${SECONDS} s: ${JSON.stringify({ ...counts, samples: samples.length, middle, end })}\n`,
  )
  expect(end.heap + end.buffers).toBeLessThan(middle.heap + middle.buffers + MORE)
  expect(end.descriptors).toBeLessThan(middle.descriptors + 10)
})

/** The smallest of each in a part of the time: what is there for a moment does not count. */
function between(samples: readonly (Sample & { part: number })[], from: number, to: number): Sample {
  const inside = samples.filter(({ part }) => part >= from && part < to)
  const least = (of: (one: Sample) => number) => Math.round(Math.min(...inside.map(of)) * 10) / 10
  return {
    heap: least(({ heap }) => heap),
    buffers: least(({ buffers }) => buffers),
    resident: least(({ resident }) => resident),
    descriptors: least(({ descriptors }) => descriptors),
  }
}
