import { expect, test } from 'vitest'
import { EXAMPLE_NAMES } from '../support/examples-on-paper.ts'
import { mutatedWordFile } from '../support/mutated-word-file.ts'
import { readToTheEnd } from '../support/read-to-the-end.ts'
import { oneOf, seeded } from '../support/seeded.ts'
import { wordFileToReturn } from '../support/word-file-to-return.ts'

const FILES = Number(process.env.FILES ?? 10_000)
const FIRST = Number(process.env.SEED ?? 100_000)

test(`of ${FILES} Word files of ours with something changed by chance, from seed ${FIRST}, each is read or refused`, async () => {
  const files = await Promise.all(EXAMPLE_NAMES.map(wordFileToReturn))
  const outcomes = new Set<string>()
  for (let seed = FIRST; seed < FIRST + FILES; seed += 1) {
    const { bytes, body } = oneOf(seeded(seed), files)
    try {
      outcomes.add(readToTheEnd(mutatedWordFile(bytes, seed), body))
    } catch (cause) {
      throw new Error(`seed ${seed}`, { cause })
    }
  }
  expect([...outcomes]).toEqual(expect.arrayContaining(['read', 'damaged']))
})
