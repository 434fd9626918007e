import { describe, expect, test } from 'vitest'
import { BLOCK_NAMES } from '../../../shared/agreement/block-names.ts'
import { layoutOf } from '../../../shared/agreement/field.ts'
import { PLACEHOLDERS } from '../../../shared/agreement/placeholders.ts'
import { describeBlock } from '../../../shared/outline/block-description.ts'
import { PAPER_WORDS as OUTLINE_WORDS } from '../../../shared/outline/paper-words.ts'
import { CONTACT_ROLES, ENUMS, enumNameOf, TASK_KINDS } from '../../../shared/template/enums.ts'
import { FIELD_NAMES, NOUNS, type NounPath, nounSchema } from '../../../shared/template/field-names.ts'
import { parseCatalog, type SourceFile } from '../../../shared/template/parse-catalog.ts'
import { sentenceOf } from '../../../shared/template/placed-message.ts'
import { wordsOfBlock } from '../../../shared/template/words.ts'
import { catalogFiles, readCatalog } from './files.ts'

const catalog = readCatalog()

describe('the catalogue is complete', () => {
  test('17 factors, 64 tasks, and the clusters of three frameworks', () => {
    expect(catalog.factors).toHaveLength(17)
    expect(catalog.tasks).toHaveLength(64)
    expect(catalog.frameworks.map(({ id, clusters }) => [id, clusters.map((cluster) => cluster.id)])).toEqual(
      [
        ['youth_access', ['awareness', 'trust', 'quality', 'enabling']],
        ['honour_violence', ['hv_discuss', 'hv_signal', 'hv_protect', 'hv_govern']],
        ['programme_lines', ['awareness', 'trust', 'quality', 'enabling']],
      ],
    )
  })

  test('36 tasks follow table 4 of the brochure, the others are added', () => {
    expect(catalog.tasks.filter((task) => task.origin === 'table4')).toHaveLength(36)
  })

  test('every choice of every field of the agreement has its words', () => {
    const nameless = everyChoice().filter(({ values }) => enumNameOf(values) === null)
    expect(nameless).toEqual([])
    for (const { values } of everyChoice()) {
      const name = enumNameOf(values)
      const words: Record<string, string> = name === null ? {} : catalog.words.enums[name]
      expect(Object.keys(words).sort()).toEqual([...values].sort())
    }
  })

  test('every list of choices has words, those that stand in no field as well', () => {
    expect(Object.keys(catalog.words.enums).sort()).toEqual(Object.keys(ENUMS).sort())
    expect(Object.keys(catalog.words.enums.contactRole)).toEqual([...CONTACT_ROLES])
    expect(Object.keys(catalog.words.enums.taskKind)).toEqual([...TASK_KINDS])
  })

  test('no two choices of one list are called the same', () => {
    for (const [name, words] of Object.entries(catalog.words.enums)) {
      const labels = Object.values(words)
      expect(new Set(labels).size, name).toBe(labels.length)
    }
  })

  test('every field of every noun has a label', () => {
    expect(FIELD_NAMES.length).toBeGreaterThan(200)
    expect(Object.keys(catalog.words.fields).sort()).toEqual([...FIELD_NAMES].sort())
  })

  test('every placeholder and every block has its words', () => {
    expect(Object.keys(catalog.words.placeholders).sort()).toEqual(Object.keys(PLACEHOLDERS).sort())
    for (const name of [...BLOCK_NAMES, 'tasks:awareness'])
      expect(wordsOfBlock(catalog.words, name)).not.toBeNull()
  })

  test('every column that the paper shows has a head, and no head is for a column that is not there', () => {
    for (const name of [...BLOCK_NAMES, 'tasks:awareness']) {
      const shown = describeBlock(name, catalog)?.columns.map((column) => column.field) ?? []
      const words = wordsOfBlock(catalog.words, name)?.columns ?? {}
      const extra = Object.keys(words).filter((field) => !shown.includes(field))
      expect({ name, missing: shown.filter((field) => !words[field]), extra }).toEqual({
        name,
        missing: [],
        extra: [],
      })
    }
  })

  test('every loose word that the outline asks for is there', () => {
    const words: Record<string, string> = catalog.words.paper
    expect(OUTLINE_WORDS.filter((word) => !words[word])).toEqual([])
  })

  test('a task for one party names the cluster of its factors', () => {
    const factors = new Map(catalog.factors.map((factor) => [factor.id, factor.clusterId]))
    const astray = catalog.tasks.filter(
      (task) =>
        task.clusterId !== 'enabling' &&
        task.factorIds.length > 0 &&
        !task.factorIds.some((id) => factors.get(id) === task.clusterId),
    )
    expect(astray.map((task) => task.id)).toEqual([])
  })
})

describe('a broken catalogue is refused with file, place, expected and found', () => {
  test.each([
    {
      what: 'a task of a cluster that does not exist',
      file: 'tasks.yaml',
      old: 'clusterId: awareness',
      changed: 'clusterId: gardening',
      message:
        'tasks.yaml:5:16 tasks.0.clusterId: expected the id of an entry of the catalogue, found gardening',
    },
    {
      what: 'a task for a factor that does not exist',
      file: 'tasks.yaml',
      old: 'factorIds: [F01]',
      changed: 'factorIds: [F01, F99]',
      message: 'tasks.yaml:8:22 tasks.0.factorIds: expected the id of an entry of the catalogue, found F99',
    },
    {
      what: 'two tasks with one id',
      file: 'tasks.yaml',
      old: 'id: T4-A-Y2',
      changed: 'id: T4-A-Y1',
      message: /^tasks\.yaml:\d+:9 tasks\.1\.id: expected an id that nothing else here has, found T4-A-Y1$/,
    },
    {
      what: 'an amount that is no number',
      file: 'norms.yaml',
      old: 'volunteerHour: 5.5',
      changed: 'volunteerHour: € 5,50',
      message: 'norms.yaml:6:20 years.0.volunteerHour: expected a number, found "€ 5,50"',
    },
    {
      what: 'a word that is missing',
      file: 'words.yaml',
      old: '    foundation: Stichting\n',
      changed: '',
      message: /^words\.yaml:\d+:5 enums\.legalForm\.foundation: expected text, found nothing$/,
    },
    {
      what: 'a label for a field that does not exist',
      file: 'words.yaml',
      old: '  party.name:',
      changed: '  party.nickname: { label: Bijnaam }\n  party.name:',
      message: /^words\.yaml:\d+:3 fields\.party\.nickname: expected .+, found party\.nickname$/,
    },
  ])('$what', ({ file, old, changed, message }) => {
    const messages = messagesOf(
      catalogFiles.map((each) => (each.name === file ? changeIn(each, old, changed) : each)),
    )
    expect(messages).toHaveLength(1)
    if (typeof message === 'string') expect(messages[0]).toBe(message)
    else expect(messages[0]).toMatch(message)
  })

  test('a file that is not there', () => {
    expect(messagesOf(catalogFiles.filter(({ name }) => name !== 'tasks.yaml'))).toEqual([
      'tasks.yaml:1:1: expected a file tasks.yaml, found nothing',
    ])
  })
})

function messagesOf(files: readonly SourceFile[]): string[] {
  const reading = parseCatalog(files)
  return reading.ok ? [] : reading.messages.map(sentenceOf)
}

function changeIn(file: SourceFile, old: string, changed: string): SourceFile {
  expect(file.text).toContain(old)
  return { ...file, text: file.text.replace(old, changed) }
}

function everyChoice(): { field: string; values: readonly string[] }[] {
  return (Object.keys(NOUNS) as NounPath[]).flatMap((path) =>
    Object.entries(nounSchema(path).shape).flatMap(([field, schema]) => {
      const values = choicesOf(schema)
      return values ? [{ field: `${NOUNS[path]}.${field}`, values }] : []
    }),
  )
}

function choicesOf(schema: unknown): readonly string[] | null {
  const layout = layoutIfAny(schema)
  if (layout?.kind !== 'scalar' || layout.type.name !== 'choice') return null
  return layout.type.values
}

/** The key of a record was made by no maker of fields. */
function layoutIfAny(schema: unknown) {
  try {
    return layoutOf(schema as never)
  } catch {
    return null
  }
}
