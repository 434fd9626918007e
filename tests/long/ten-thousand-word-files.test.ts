import { expect, test } from 'vitest'
import { writeWord } from '../../shared/word/write-word.ts'
import { EXAMPLE_NAMES, exampleOutline } from '../support/examples-on-paper.ts'
import { mutatedWordFile } from '../support/mutated-word-file.ts'
import { readToTheEnd } from '../support/read-to-the-end.ts'

const FILES = Number(process.env.FILES ?? 10_000)
const FIRST = Number(process.env.SEED ?? 100_000)

test(`of ${FILES} Word files of ours with something changed by chance, from seed ${FIRST}, each is read or refused`, async () => {
  const properties = { agreementId: 'a', version: 1, date: new Date('2026-11-26T12:00:00Z') }
  const files = await Promise.all(EXAMPLE_NAMES.map((name) => writeWord(exampleOutline(name), properties)))
  const outcomes = new Map<string, number>()
  for (let seed = FIRST; seed < FIRST + FILES; seed += 1) {
    const outcome = outcomeOf(
      mutatedWordFile(files[seed % files.length]?.bytes ?? new Uint8Array(), seed),
      seed,
    )
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['read', 'damaged', 'no-word-file']))
})

function outcomeOf(bytes: Uint8Array, seed: number): string {
  try {
    return readToTheEnd(bytes)
  } catch (cause) {
    throw new Error(`seed ${seed}`, { cause })
  }
}
