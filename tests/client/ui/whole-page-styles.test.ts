import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const CLIENT = join(import.meta.dirname, '../../../client')

/** The rules that hold on a screen: what is for paper is asked once, when somebody prints. */
function forScreens(css: string): string {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '')
  return plain.replaceAll(/@media print\s*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
}

test('no style of a screen hangs on what the whole page holds: the browser would look through all of it at every letter', () => {
  const files = globSync('**/*.css', { cwd: CLIENT })
  const asking = files.filter((file) =>
    /(^|[\s,}])(html|body|:root)\S*:has\(/.test(forScreens(readFileSync(join(CLIENT, file), 'utf8'))),
  )
  expect(files.length).toBeGreaterThan(10)
  expect(asking).toEqual([])
})
