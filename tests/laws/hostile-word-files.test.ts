import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { HOSTILE_WORD_FILES } from '../support/hostile-word-files.ts'
import { mutatedWordFile } from '../support/mutated-word-file.ts'
import { readToTheEnd } from '../support/read-to-the-end.ts'
import { wordFileToReturn } from '../support/word-file-to-return.ts'

const READER = new URL('../support/read-hostile-files.ts', import.meta.url).pathname
/** What Node itself, the largest file and its text take, in MB; a bomb that went off would take a gigabyte more. */
const MOST = 800

test('whatever is brought in place of a Word file is read or refused for what it is, in little memory', {
  timeout: 300_000,
}, async () => {
  const started = promisify(execFile)(process.execPath, ['--max-old-space-size=256', READER])
  const told = (await started).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const outcomes = told.slice(0, -1).map(({ name, outcome }) => [name, outcome])
  expect(outcomes).toEqual(HOSTILE_WORD_FILES.map(({ name, expected }) => [name, expected]))
  expect(told.at(-1).most).toBeLessThan(MOST)
})

test('there are more than fifty of them, each by a name of its own', () => {
  expect(new Set(HOSTILE_WORD_FILES.map(({ name }) => name)).size).toBe(HOSTILE_WORD_FILES.length)
  expect(HOSTILE_WORD_FILES.length).toBeGreaterThan(50)
})

/** More of them, and of longer files, in `tests/long`. */
const SEEDS = Array.from({ length: 25 }, (_, index) => index + 1)

test('a Word file of ours with something changed by chance is read or refused, whatever the seed', {
  timeout: 180_000,
}, async () => {
  const { bytes, body } = await wordFileToReturn('02-lindenveen-projectafspraak')
  const outcomes = SEEDS.map((seed) => {
    try {
      return readToTheEnd(mutatedWordFile(bytes, seed), body)
    } catch (cause) {
      throw new Error(`seed ${seed}`, { cause })
    }
  })
  expect(new Set(outcomes)).toContain('read')
})
