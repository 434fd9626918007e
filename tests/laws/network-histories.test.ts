import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, test } from 'vitest'
import { openStorage } from '../../server/storage/storage.ts'
import { MemoryLog } from '../support/memory-log.ts'
import { playHistory } from '../support/network-history.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handslag-histories-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const LAWS =
  'everyone ends equal, nothing promised is lost, every word is found or offered back and nothing forbidden lands'
const PATIENT = 240_000

test(
  `in sixty histories of a bad network, a bad disk, kills and restarts ${LAWS}`,
  async () => {
    for (let seed = 1; seed <= 60; seed += 1) await playHistory(seed, new MemoryLog())
  },
  PATIENT,
)

/** Marks that looked superfluous were taken out by the server alone, and words typed between them were italic for one and plain for another. */
const FOUND = [102_780]

test(`in the histories that found something ${LAWS}`, async () => {
  for (const seed of FOUND) await playHistory(seed, new MemoryLog())
})

test(
  `in eight such histories on the log in SQLite ${LAWS}`,
  async () => {
    for (let seed = 1001; seed <= 1008; seed += 1) {
      const storage = await openStorage({ dataDir: join(folder, String(seed)) })
      await playHistory(seed, storage.log)
      await storage.close()
    }
  },
  PATIENT,
)
