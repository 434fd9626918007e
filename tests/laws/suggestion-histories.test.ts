import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, test } from 'vitest'
import { fallingStore } from '../support/falling-store.ts'
import { memoryProposals } from '../support/memory-proposals.ts'
import { HISTORY_PEOPLE, playSuggestions } from '../support/suggestion-history.ts'
import { openHistoryStore } from '../support/suggestion-store.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handslag-suggestions-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const LAWS = 'all ends equal, reject restores, and accept applies once'
const PATIENT = 240_000

test(
  `in five hundred histories of three people who suggest, accept, reject, edit, undo, crash and reconnect ${LAWS}`,
  async () => {
    for (let seed = 1; seed <= 500; seed += 1)
      await playSuggestions(seed, `history-${seed}`, fallingStore(memoryProposals()))
  },
  PATIENT,
)

test(
  `in longer ones that broke it once ${LAWS}`,
  async () => {
    // 200656: a paragraph that was taken back came back with words between the wrong neighbours.
    for (const seed of [200_656])
      await playSuggestions(seed, `history-${seed}`, fallingStore(memoryProposals()), 60)
  },
  PATIENT,
)

test(
  `in five such histories with the decisions in SQLite ${LAWS}`,
  async () => {
    const kept = await openHistoryStore(folder, HISTORY_PEOPLE)
    for (let seed = 1001; seed <= 1005; seed += 1)
      await playSuggestions(seed, await kept.newAgreement(seed), kept.store)
    await kept.close()
  },
  PATIENT,
)
