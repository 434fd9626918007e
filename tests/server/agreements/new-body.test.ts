import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Library } from '../../../server/agreements/library.ts'
import { newBody } from '../../../server/agreements/new-body.ts'
import { loadLibrary } from '../../../server/library.ts'

const EXAMPLES = join(import.meta.dirname, '../../../templates/examples')
let library: Library
let count = 0
const make = (wanted: Parameters<typeof newBody>[0]) =>
  newBody(wanted, library, () => `id${++count}`, '2026-11-21')
const example = async (name: string) => JSON.parse(await readFile(join(EXAMPLES, `${name}.json`), 'utf8'))

beforeAll(async () => {
  library = await loadLibrary()
})

describe('a snapshot without articles', () => {
  test('gets those of its template, and its annexes their texts', async () => {
    const { value } = make({ snapshot: await example('01-weidehaven-samenwerkingsovereenkomst') })
    expect(value.articles).toHaveLength(29)
    expect(value.annexes.length).toBeGreaterThan(0)
    const empty = value.annexes.filter(({ body }) =>
      body.content.every((each) => each.type === 'paragraph' && !each.content),
    )
    expect(empty.length).toBeLessThan(value.annexes.length)
  })

  test('keeps its own words where it overrides a clause', async () => {
    const snapshot = await example('02-lindenveen-projectafspraak')
    const [article] = library.templates.get('short_project')?.articles ?? []
    const { value } = make({
      snapshot: { ...snapshot, clause_overrides: [{ key: article?.key, text: 'Eigen woorden.' }] },
    })
    expect(JSON.stringify(value.articles.find(({ key }) => key === article?.key)?.body)).toContain(
      'Eigen woorden.',
    )
  })

  test('of a template that is not there is refused by name', async () => {
    const snapshot = { ...(await example('02-lindenveen-projectafspraak')), template_id: 'gone' }
    expect(() => make({ snapshot })).toThrow(
      expect.objectContaining({
        problem: 'unknown-template',
        messages: [expect.objectContaining({ path: 'snapshot.templateId', found: '"gone"' })],
      }),
    )
  })
})

test('what is sent beside a snapshot is told not to count', async () => {
  const snapshot = await example('02-lindenveen-projectafspraak')
  const { messages } = make({ snapshot, title: 'Andere titel' })
  expect(messages).toContainEqual(
    expect.objectContaining({ path: 'title', reason: 'not_used', found: '"Andere titel"' }),
  )
})
