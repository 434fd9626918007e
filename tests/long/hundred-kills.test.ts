import { afterAll, beforeAll, expect, test } from 'vitest'
import { killAmongTypists, type ServerToKill, startServerToKill } from '../support/kill-among-typists.ts'
import { seeded } from '../support/seeded.ts'

const KILLS = Number(process.env.KILLS ?? 100)
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)

let target: ServerToKill
beforeAll(async () => {
  target = await startServerToKill()
})
afterAll(() => target?.server.stop())

test(`after each of ${KILLS} kills -9 in the midst of 20 typists, nothing is lost that was seen or told as kept (seed ${SEED})`, async () => {
  const random = seeded(SEED)
  let promised = 0
  for (let kill = 0; kill < KILLS; kill += 1) {
    if (kill % 10 === 9) target = await target.anew()
    const killed = await killAmongTypists(target, kill, 1 + random(40))
    promised += killed.promised
    expect(killed.lost, `kill ${kill}`).toEqual([])
  }
  process.stdout.write(`${KILLS} kills, ${promised} promises, all kept\n`)
})
