import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../../server/storage/migrations/migrations.ts'

const FOLDER = join(import.meta.dirname, '../../../server/storage/migrations')
/** Two have number 11; they have shipped, and their order is that of their names. */
const FIRST_TOLD_APART = 12

const numberOf = (name: string) => Number(name.slice(0, 3))

test('every migration has a file and every file is a migration, in the order of their names', () => {
  const files = readdirSync(FOLDER).flatMap((file) => /^(\d{3}-[\w-]+)\.ts$/.exec(file)?.[1] ?? [])
  expect(Object.keys(MIGRATIONS)).toEqual(files.sort())
})

test('from number 12 on a number stands for one migration', () => {
  const numbers = Object.keys(MIGRATIONS).map(numberOf)
  const told = numbers.filter((number) => number >= FIRST_TOLD_APART)
  expect(told).toEqual([...new Set(told)])
  expect(numbers).toContain(FIRST_TOLD_APART)
})
