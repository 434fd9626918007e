import { expect, test } from 'vitest'
import { fallingStore } from '../support/falling-store.ts'
import { memoryProposals } from '../support/memory-proposals.ts'
import { playSuggestions } from '../support/suggestion-history.ts'

const HISTORIES = Number(process.env.HISTORIES ?? 10_000)
const FIRST = Number(process.env.SEED ?? 200_000)

test(`in ${HISTORIES} histories of suggestions from seed ${FIRST} all ends equal, reject restores, and accept applies once`, async () => {
  for (let seed = FIRST; seed < FIRST + HISTORIES; seed += 1)
    await playSuggestions(seed, `history-${seed}`, fallingStore(memoryProposals()), 60)
  expect(HISTORIES).toBeGreaterThan(0)
})
