import { expect, test } from 'vitest'
import { MemoryLog } from '../support/memory-log.ts'
import { playHistory } from '../support/network-history.ts'

const HISTORIES = Number(process.env.HISTORIES ?? 10_000)
const FIRST = Number(process.env.SEED ?? 100_000)

test(`in ${HISTORIES} histories from seed ${FIRST} everyone ends equal, nothing promised is lost, every word is found or offered back and nothing forbidden lands`, async () => {
  for (let seed = FIRST; seed < FIRST + HISTORIES; seed += 1) await playHistory(seed, new MemoryLog())
  expect(HISTORIES).toBeGreaterThan(0)
})
