import { describe, expect, test } from 'vitest'
import { buildOutline } from '../../../shared/outline/build-outline.ts'
import type { Outline } from '../../../shared/outline/outline.ts'
import type { WordThread } from '../../../shared/word/comments.ts'
import type { Remarks } from '../../../shared/word/remarks.ts'
import { writeWord } from '../../../shared/word/write-word.ts'
import { agreement } from '../../support/agreement.ts'
import { EXAMPLE_NAMES, exampleOnPaper, realCatalog } from '../../support/examples-on-paper.ts'
import { HOSTILE_TEXTS } from '../../support/hostile-text.ts'
import { squeezed } from '../../support/outline-words.ts'
import { partsOf, schemaFaults, textByMammoth } from '../../support/word-file.ts'
import { acceptedText, commentsIn, rejectedText } from '../../support/word-remarks.ts'

const PROPERTIES = { agreementId: 'agreement-1', version: 7, date: new Date('2026-11-21T12:00:00Z') }
const LONG = 60_000
const HOSTILE = `${HOSTILE_TEXTS.join(' ')} ]]> & \u0000\u0001\ufffe\ud800`

const words = (text: string, marks?: object[]) => ({ type: 'text', text, ...(marks ? { marks } : {}) })
const inserted = (id: string) => ({ type: 'insertion', attrs: { id } })
const deleted = (id: string) => ({ type: 'deletion', attrs: { id } })
const clause = (...content: unknown[]) => ({ type: 'paragraph', attrs: { kind: 'clause' }, content })
const field = (name: string, attrs: object = {}) => ({ type: 'field', attrs: { name, ...attrs } })

function outlineOf(content: unknown[], parts: Record<string, unknown> = {}, toWorkOn = true): Outline {
  const article = { id: 'a', key: 'a', heading: 'Kop', numbered: true, body: { type: 'doc', content } }
  const other = {
    ...article,
    id: 'b',
    heading: 'Tweede',
    body: { type: 'doc', content: [clause(words('Slot.'))] },
  }
  const body = agreement({ title: 'Titel', articles: [article, other], ...parts })
  return buildOutline(body, realCatalog(), { status: 'draft', toWorkOn }).value
}

const thread = (place: WordThread['place'], changes: Partial<WordThread> = {}): WordThread => ({
  place,
  quote: 'wat er stond',
  isResolved: false,
  comments: [
    { author: 'Fatima el Idrissi (Stichting X)', at: '2026-11-20T10:00:00.123Z', text: 'Klopt dit?' },
  ],
  ...changes,
})
const remarks = (changes: Partial<Remarks> = {}): Remarks => ({
  threads: [],
  proposers: {},
  unknown: 'Onbekend',
  ...changes,
})
const write = async (outline: Outline, with_: Remarks) => (await writeWord(outline, PROPERTIES, with_)).bytes
const passage = (from: [number, number], to: [number, number]) =>
  ({
    kind: 'passage',
    sectionId: 'a',
    from: { index: from[0], offset: from[1] },
    to: { index: to[0], offset: to[1] },
  }) as const

describe('a comment in a Word file', () => {
  test('stands on its words, with who said it, when, its replies and its state', async () => {
    const outline = outlineOf([clause(words('Een twee drie.'))])
    const replies = [
      {
        author: 'Fatima el Idrissi (Stichting X)',
        at: '2026-11-20T10:00:00.123Z',
        text: 'Klopt dit?\nOf niet?',
      },
      { author: 'Mark', at: '2026-11-20T11:00:00.000Z', text: 'Ja, @Fatima.' },
    ]
    const file = await write(
      outline,
      remarks({
        threads: [
          thread(passage([0, 4], [0, 8]), { comments: replies, isResolved: true }),
          thread({ kind: 'section', sectionId: 'b' }),
        ],
      }),
    )
    expect(commentsIn(file)).toEqual([
      {
        author: 'Fatima el Idrissi (Stichting X)',
        initials: 'FI',
        date: '2026-11-20T10:00:00Z',
        text: 'Klopt dit?\nOf niet?',
        on: 'twee',
        isResolved: true,
        replyTo: null,
      },
      {
        author: 'Mark',
        initials: 'M',
        date: '2026-11-20T11:00:00Z',
        text: 'Ja, @Fatima.',
        on: 'twee',
        isResolved: true,
        replyTo: 0,
      },
      expect.objectContaining({ text: 'Klopt dit?', on: 'Tweede', isResolved: false, replyTo: null }),
    ])
    expect(await schemaFaults(file)).toEqual([])
    expect(squeezed(await textByMammoth(file))).toContain('Een twee drie.')
  })

  test('that is resolved says so where there is no reply', async () => {
    const file = await write(
      outlineOf([clause(words('Een.'))]),
      remarks({ threads: [thread(passage([0, 0], [0, 4]), { isResolved: true })] }),
    )
    expect(commentsIn(file)).toMatchObject([{ isResolved: true, on: 'Een.' }])
  })

  test('may reach over paragraphs, overlap another, and end inside a sentence with facts in it', async () => {
    const outline = outlineOf(
      [clause(words('Eerste zin '), field('goal'), words(' einde.')), clause(words('Tweede zin.'))],
      { purpose: { goalText: 'samen' } },
    )
    const file = await write(
      outline,
      remarks({
        threads: [
          thread(passage([0, 7], [1, 6])),
          thread(passage([0, 0], [0, 12])),
          thread({ kind: 'fact', address: 'purpose.goalText' }),
        ],
      }),
    )
    expect(commentsIn(file).map(({ on }) => on)).toEqual([
      'zin samen einde.Tweede',
      'Eerste zin samen',
      'samen',
    ])
    expect(await schemaFaults(file)).toEqual([])
  })

  test('on a row stands in its first cell, on a fact of a row in the cell of that fact', async () => {
    const results = [{ id: 'r', text: 'Meer ouders', target: '45' }]
    const outline = outlineOf([clause(words('x')), { type: 'block', attrs: { name: 'results' } }], {
      purpose: { results },
    })
    const row = { kind: 'row', list: 'purpose.results', recordId: 'r' } as const
    const file = await write(
      outline,
      remarks({
        threads: [
          thread({ ...row, field: null }),
          thread({ ...row, field: 'target' }),
          thread({ ...row, recordId: 'gone', field: null }),
        ],
      }),
    )
    expect(commentsIn(file).map(({ on, text }) => [on, text])).toEqual([
      ['Meer ouders', 'Klopt dit?'],
      ['45', 'Klopt dit?'],
      ['Kop', '“wat er stond”\nKlopt dit?'],
    ])
  })

  test('whose words are gone stands at the heading of its article and says what they were; without article at the title', async () => {
    const file = await write(
      outlineOf([clause(words('Een.'))]),
      remarks({
        threads: [
          thread(passage([4, 0], [4, 3])),
          thread({ kind: 'suggestion', id: 'x' }),
          thread({ kind: 'whole' }),
        ],
      }),
    )
    expect(commentsIn(file).map(({ on, text }) => [on, text])).toEqual([
      ['Kop', '“wat er stond”\nKlopt dit?'],
      ['Titel', '“wat er stond”\nKlopt dit?'],
      ['Titel', 'Klopt dit?'],
    ])
  })
})

describe('a suggestion in a Word file', () => {
  const proposers = {
    s1: { author: 'Henk (Gemeente)', at: '2026-11-19T09:30:00.500Z' },
    s2: { author: 'Mark', at: null },
  }
  const content = [
    clause(
      words('Wij '),
      words('doen', [deleted('s1')]),
      words('werken', [inserted('s1')]),
      words(' samen.'),
    ),
    clause(words('Nieuw lid.', [inserted('s2')])),
    clause(words('Oud lid.', [deleted('s2')])),
    clause(words('Laatste '), words('half', [inserted('s1'), deleted('s2')]), words(' lid.')),
  ]

  test('is a tracked change with who and when: accepted it says what is proposed, rejected what stands', async () => {
    const file = await write(outlineOf(content), remarks({ proposers }))
    const document = partsOf(file)['word/document.xml'] ?? ''
    expect(document).toMatch(
      /<w:ins w:id="\d+" w:author="Henk \(Gemeente\)" w:date="2026-11-19T09:30:00Z"><w:r>/,
    )
    expect(document).toMatch(/<w:del w:id="\d+" w:author="Mark"><w:r>/)
    expect(acceptedText(file)).toEqual(['Wij werken samen.', 'Nieuw lid.', 'Laatste  lid.', 'Slot.'])
    expect(rejectedText(file)).toEqual(['Wij doen samen.', 'Oud lid.', 'Laatste  lid.', 'Slot.'])
    const ids = [...document.matchAll(/<w:(?:ins|del|bookmarkStart)\b[^>]*w:id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(await schemaFaults(file)).toEqual([])
  })

  test('is not in a file that is not to work on', async () => {
    const { bytes } = await writeWord(outlineOf(content, {}, false), PROPERTIES)
    const parts = partsOf(bytes)
    expect(parts['word/document.xml']).not.toMatch(/<w:(ins|del) /)
    expect(Object.values(parts).join()).not.toContain('werken')
    expect(parts['word/comments.xml']).toBeUndefined()
  })

  test('takes along a fact and a reference, as words that are bound to nothing', async () => {
    const reference = (attrs: object) => ({ type: 'articleReference', attrs: { articleId: 'b', ...attrs } })
    const outline = outlineOf(
      [
        clause(
          words('Zie artikel '),
          reference({ deletion: 's1' }),
          field('goal', { insertion: 's1' }),
          words('.'),
        ),
      ],
      { purpose: { goalText: 'samen' } },
    )
    const file = await write(outline, remarks({ proposers }))
    expect(rejectedText(file)[0]).toBe('Zie artikel 2.')
    expect(acceptedText(file)[0]).toBe('Zie artikel samen.')
    expect(partsOf(file)['word/document.xml']).toContain(
      '<w:delInstrText xml:space="preserve"> REF _Ref_article_2',
    )
    expect(await schemaFaults(file)).toEqual([])
  })

  test('carries a comment about it', async () => {
    const file = await write(
      outlineOf(content),
      remarks({ proposers, threads: [thread({ kind: 'suggestion', id: 's1' })] }),
    )
    expect(commentsIn(file).map(({ on }) => on)).toEqual(['doen'])
  })
})

describe('remarks', () => {
  test('that are equal, in an equal outline, give equal bytes', async () => {
    const outline = outlineOf([clause(words('Een '), words('twee', [inserted('s')]))])
    const with_ = remarks({ threads: [thread(passage([0, 0], [0, 6])), thread({ kind: 'whole' })] })
    const first = await write(outline, with_)
    await write(outlineOf([clause(words('Anders'))]), with_)
    expect(await write(structuredClone(outline), structuredClone(with_))).toEqual(first)
  })

  test('that are hostile text give a valid file', { timeout: LONG }, async () => {
    const hostile = { author: HOSTILE, at: '2026-11-20T10:00:00Z', text: HOSTILE }
    const file = await write(
      outlineOf([clause(words('Een '), words('twee', [inserted('s')]))]),
      remarks({
        proposers: { s: { author: HOSTILE, at: null } },
        threads: [thread({ kind: 'whole' }, { quote: HOSTILE, comments: [hostile, hostile] })],
      }),
    )
    expect(await schemaFaults(file)).toEqual([])
    expect(commentsIn(file)).toHaveLength(2)
  })

  test.each(EXAMPLE_NAMES)(
    'on every heading and paragraph of %s give a valid file',
    { timeout: LONG },
    async (name) => {
      const outline = buildOutline(exampleOnPaper(name), realCatalog(), {
        status: 'draft',
        toWorkOn: true,
      }).value
      const threads = [...outline.sections, ...outline.annexes].flatMap((section) => [
        thread({ kind: 'section', sectionId: section.id }),
        ...section.content.flatMap((block) =>
          block.kind === 'paragraph' && block.written
            ? [
                thread({
                  kind: 'passage',
                  sectionId: section.id,
                  from: { index: block.written.index, offset: 3 },
                  to: { index: block.written.index, offset: 20 },
                }),
              ]
            : [],
        ),
      ])
      const file = await write(outline, remarks({ threads }))
      expect(await schemaFaults(file)).toEqual([])
      expect(commentsIn(file)).toHaveLength(threads.length)
      const without = await write(outline, remarks())
      expect(await textByMammoth(file)).toContain((await textByMammoth(without)).slice(0, 500))
    },
  )
})
