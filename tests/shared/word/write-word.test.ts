import { describe, expect, test } from 'vitest'
import { buildOutline } from '../../../shared/outline/build-outline.ts'
import type { Outline } from '../../../shared/outline/outline.ts'
import { writeWord } from '../../../shared/word/write-word.ts'
import { agreement } from '../../support/agreement.ts'
import { EXAMPLE_NAMES, exampleOutline, realCatalog } from '../../support/examples-on-paper.ts'
import { squeezed, textsOf } from '../../support/outline-words.ts'
import { partsOf, schemaFaults, textByMammoth } from '../../support/word-file.ts'

const PROPERTIES = { agreementId: 'agreement-1', version: 7, date: new Date('2026-11-21T12:00:00Z') }
const write = async (outline: Outline) => (await writeWord(outline, PROPERTIES)).bytes
const LONG = 60_000

const clause = (...content: unknown[]) => ({ type: 'paragraph', attrs: { kind: 'clause' }, content })
const words = (text: string) => ({ type: 'text', text })

function outlineOf(parts: Record<string, unknown>, content: unknown[] = [clause(words('Tekst.'))]): Outline {
  const article = { id: 'a', key: 'a', heading: 'Kop', numbered: true, body: { type: 'doc', content } }
  return buildOutline(agreement({ title: 'Titel', articles: [article], ...parts }), realCatalog(), {
    status: 'draft',
  }).value
}

describe.each(EXAMPLE_NAMES)('the Word file of %s', (name) => {
  const outline = exampleOutline(name)

  test('holds every word and every cell of its outline', { timeout: LONG }, async () => {
    const text = squeezed(await textByMammoth(await write(outline)))
    expect(textsOf(outline).filter((line) => !text.includes(squeezed(line)))).toEqual([])
  })

  test('is valid Office Open XML', { timeout: LONG }, async () => {
    expect(await schemaFaults(await write(outline))).toEqual([])
  })
})

describe('a Word file', () => {
  test('of an equal outline with an equal date has equal bytes', async () => {
    const outline = exampleOutline(EXAMPLE_NAMES[3])
    const first = await write(outline)
    await write(exampleOutline(EXAMPLE_NAMES[1]))
    expect(await write(structuredClone(outline))).toEqual(first)
  })

  test('carries its date, title, agreement and version, and says that it is Dutch', async () => {
    const parts = partsOf(await write(outlineOf({})))
    expect(parts['docProps/core.xml']).toContain('>2026-11-21T12:00:00Z<')
    expect(parts['docProps/core.xml']).toContain('<dc:title>Titel</dc:title>')
    expect(parts['docProps/core.xml']).toContain('<dc:language>nl-NL</dc:language>')
    expect(parts['docProps/custom.xml']).toContain('agreement-1')
    expect(parts['word/styles.xml']).toMatch(/<w:lang [^>]*w:val="nl-NL"/)
    expect(parts['word/settings.xml']).toContain('<w:themeFontLang w:val="nl-NL"/>')
    expect(parts['word/settings.xml']).toMatch(/w:val="15" w:name="compatibilityMode"/)
  })

  test('has no relationship part without a relationship', async () => {
    const parts = partsOf(await write(outlineOf({})))
    const empty = Object.entries(parts).filter(
      ([part, xml]) => part.endsWith('.rels') && !xml.includes('<Relationship '),
    )
    expect(empty).toEqual([])
  })

  test('numbers headings and clauses by lists that are linked to their styles', async () => {
    const parts = partsOf(await write(outlineOf({})))
    const levels = [
      ...(parts['word/numbering.xml'] ?? '').matchAll(
        /<w:pStyle w:val="(\w+)"\/>.*?<w:lvlText w:val="([^"]*)"/g,
      ),
    ]
    expect(Object.fromEntries(levels.map(([, style, text]) => [style, text]))).toMatchObject({
      Heading1: 'Artikel %1',
      Clause: '%1.%2',
      Subclause1: '%3.',
      AnnexClause: '%2.',
    })
    for (const style of ['Heading1', 'Clause', 'AnnexHeading']) {
      expect(parts['word/styles.xml']).toMatch(
        new RegExp(`w:styleId="${style}"(?:(?!</w:style>).)*<w:numPr>`, 's'),
      )
    }
    const heading = /<w:pStyle w:val="Heading1"\/>.*?<\/w:p>/s.exec(parts['word/document.xml'] ?? '')?.[0]
    expect(heading).toContain('>Kop<')
    expect(heading).not.toContain('Artikel')
  })

  test('refers to an article by a field that takes the word before it along', async () => {
    const reference = { type: 'articleReference', attrs: { articleId: 'a' } }
    const content = [clause(words('volgens artikel '), reference, words(' en de artikelen '), reference)]
    const document = partsOf(await write(outlineOf({}, content)))['word/document.xml'] ?? ''
    const fields = [
      ...document.matchAll(
        /<w:instrText[^>]*> (REF[^<]*) <\/w:instrText>.*?"separate".*?<w:t[^>]*>([^<]*)</g,
      ),
    ]
    expect(fields.map(([, code, result]) => [code, result])).toEqual([
      ['REF _Ref_article_1 \\r \\h \\* lower', 'artikel 1'],
      ['REF _Ref_article_1 \\r \\t \\h', '1'],
    ])
    expect(document).toMatch(/<w:bookmarkStart [^>]*w:name="_Ref_article_1"/)
    expect(squeezed(await textByMammoth(await write(outlineOf({}, content))))).toContain(
      'volgens artikel 1 en de artikelen 1',
    )
  })

  test('repeats the head of every table, does not split its rows and describes it', async () => {
    const results = [{ id: 'r', text: 'Meer ouders', target: '45' }]
    const content = [clause(words('x')), { type: 'block', attrs: { name: 'results' } }]
    const document =
      partsOf(await write(outlineOf({ purpose: { results } }, content)))['word/document.xml'] ?? ''
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(2)
    expect(document).toContain('<w:tblCaption w:val="Resultaten"/>')
  })

  test('keeps the block that a party signs together', async () => {
    const parties = [{ id: 'p', name: 'Stichting X', requiredSignatories: 2 }]
    const content = [{ type: 'block', attrs: { name: 'signatures' } }]
    const document = partsOf(await write(outlineOf({ parties }, content)))['word/document.xml'] ?? ''
    const block = document.slice(document.indexOf('w:val="SignatureParty"'), document.lastIndexOf('</w:tbl>'))
    const paragraphs = block.split('<w:p>').slice(1)
    const style = 'Signature(Party|Line|Label)'
    expect(paragraphs.every((each) => new RegExp(style).test(each))).toBe(true)
    const loose = paragraphs.filter((each) => each.includes('<w:keepNext w:val="false"/>'))
    expect(loose).toHaveLength(2)
    expect(block.match(/<w:cantSplit\/>/g)).toHaveLength(2)
  })

  test('has all sign on one page where that holds them, and else each party on one', async () => {
    const content = [{ type: 'block', attrs: { name: 'signatures' } }]
    const tablesFor = async (count: number) => {
      const parties = Array.from({ length: count }, (_, nth) => ({ id: `p${nth}`, requiredSignatories: 1 }))
      const document = partsOf(await write(outlineOf({ parties }, content)))['word/document.xml'] ?? ''
      return [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(
        ([table]) => [...table.matchAll(/w:val="SignatureParty"/g)].length,
      )
    }
    expect(await tablesFor(4)).toEqual([4])
    expect(await tablesFor(8)).toEqual([1, 1, 1, 1, 1, 1, 1, 1])
  })

  test('begins each annex on a new page, under a number of its own', async () => {
    const annexes = [
      {
        id: 'x',
        title: 'Gedragsregels',
        kind: 'conduct',
        body: { type: 'doc', content: [clause(words('Een.'))] },
      },
    ]
    const parts = partsOf(await write(outlineOf({ annexes })))
    expect(parts['word/document.xml']).toMatch(/<w:pStyle w:val="AnnexHeading"\/>\s*<w:pageBreakBefore\/>/)
    expect(parts['word/numbering.xml']).toContain('w:val="Bijlage %1"')
  })

  test('shows page x of y with a result in both fields', async () => {
    const parts = partsOf(await write(outlineOf({})))
    const footer = Object.entries(parts).find(([name]) => name.startsWith('word/footer'))?.[1] ?? ''
    expect(footer).toMatch(/> PAGE <.*?"separate".*?<w:t[^>]*>1</)
    expect(footer).toMatch(/> NUMPAGES <.*?"separate".*?<w:t[^>]*>1</)
  })

  test('says on every page which version it is, and of a draft that it is one and of which day', async () => {
    const running = async (outline: Outline, version: number) => {
      const parts = partsOf((await writeWord(outline, { ...PROPERTIES, version })).bytes)
      return squeezed(
        Object.entries(parts)
          .filter(([name]) => /^word\/(header|footer)/.test(name))
          .map(([, xml]) => xml.replace(/<w:instrText.*?<\/w:instrText>|<[^>]*>/gs, ' '))
          .join(' '),
      )
    }
    const name = EXAMPLE_NAMES[3]
    const title = exampleOutline(name).title
    expect(await running(exampleOutline(name), 2)).toBe(`Versie 2 Pagina 1 van 1 ${title}`)
    const draft = await running(exampleOutline(name, 'draft'), 2)
    expect(draft).toBe(`Versie 2 · Concept · 21 november 2026 Pagina 1 van 1 ${title} Concept`)
    expect(await running(exampleOutline(name, 'draft'), 0)).toContain('Concept · 21 november 2026 Pagina')
  })

  test('leaves no item of a list and no row of a table alone on a page', async () => {
    const recitals = ['een', 'twee', 'drie', 'vier'].map((text) => ({ id: text, text }))
    const results = recitals.map(({ id, text }) => ({ id, text }))
    const content = ['recitals', 'results'].map((block) => ({ type: 'block', attrs: { name: block } }))
    const document =
      partsOf(await write(outlineOf({ recitals, purpose: { results } }, content)))['word/document.xml'] ?? ''
    const keptTogether = (pattern: RegExp) =>
      [...document.matchAll(pattern)].map(([found]) => found.includes('<w:keepNext/>'))
    const items = /<w:p><w:pPr><w:pStyle w:val="Bullet1"\/>.*?<\/w:p>/gs
    expect(keptTogether(items)).toEqual([true, false, true, false])
    const cells =
      /<w:p><w:pPr>(?:<w:keepNext\/>)?<w:pStyle w:val="TableText"\/>(?:(?!<\/w:p>).)*>(?:een|twee|drie|vier)<.*?<\/w:p>/gs
    expect(keptTogether(cells)).toEqual([true, false, true, false])
  })

  test('leaves the last sentence of an annex no page of its own: the last row of a table above it comes along, in an article it need not', async () => {
    const results = ['een', 'twee', 'drie', 'vier'].map((text) => ({ id: text, text }))
    const body = (last: string) => ({
      type: 'doc',
      content: [{ type: 'block', attrs: { name: 'results' } }, clause(words(last))],
    })
    const annex = { id: 'x', order: 1, title: 'Bijlage', kind: 'other', required: false, public: true }
    const annexes = [{ ...annex, body: body('Tot slot.') }]
    const outline = outlineOf({ annexes, purpose: { results } }, body('Verder.').content)
    const document = partsOf(await write(outline))['word/document.xml'] ?? ''
    const lastRows = [...document.matchAll(/<w:p>(?:(?!<\/w:p>).)*>vier<.*?AfterTable.*?<\/w:p>/gs)]
    const keeping = lastRows.map(([found]) => {
      const paragraphs = found.split('<w:p>').slice(1)
      return new Set(paragraphs.map((each) => each.includes('<w:keepNext/>')))
    })
    expect(keeping).toEqual([new Set([false]), new Set([true])])
  })

  test('gives Arabic words in a Dutch sentence their direction, and a whole Arabic sentence its side of the page', async () => {
    const content = [
      clause(words('De vereniging heet جمعية الأمل (24) in het Arabisch.')),
      clause(words('نعمل معًا من أجل سلامة الأسر.')),
    ]
    const bytes = await write(outlineOf({}, content))
    const { 'word/document.xml': xml = '' } = partsOf(bytes)
    const fromRight = [...xml.matchAll(/<w:r><w:rPr><w:rtl\/><\/w:rPr><w:t[^>]*>([^<]*)/g)].map(
      ([, text]) => text,
    )
    expect(fromRight).toEqual(['جمعية الأمل', 'نعمل معًا من أجل سلامة الأسر.'])
    const sides = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)]
      .map(([paragraph]) => paragraph)
      .filter((paragraph) => /[ء-ي]/.test(paragraph))
      .map((paragraph) => paragraph.includes('<w:bidi/>'))
    expect(sides).toEqual([false, true])
    expect(await schemaFaults(bytes)).toEqual([])
  })

  test('marks what is not filled in by a style', async () => {
    const content = [clause({ type: 'field', attrs: { name: 'goal' } })]
    const document = partsOf(await write(outlineOf({}, content)))['word/document.xml'] ?? ''
    expect(document).toMatch(/<w:rStyle w:val="MissingFact"\/>.*\[doel\]/)
  })
})

describe('hostile text', () => {
  const HOSTILE = `<script>alert(1)</script> ]]> & "q" 'q' \u0000\u0001\u000b\u001b\ufffe\ud800 %1 \u202e einde`
  const SHOWN = `<script>alert(1)</script> ]]> & "q" 'q'`

  /** Puts the text in every string of an outline that people can write. */
  function poisoned<T>(value: T): T {
    if (Array.isArray(value)) return value.map(poisoned) as T
    if (typeof value !== 'object' || value === null) return value
    const written = new Set([
      'text',
      'heading',
      'title',
      'value',
      'caption',
      'label',
      'emptyText',
      'role',
      'between',
      'contents',
      'page',
      'of',
    ])
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        typeof inner === 'string' && written.has(key) ? HOSTILE : poisoned(inner),
      ]),
    ) as T
  }

  test.each([EXAMPLE_NAMES[0], EXAMPLE_NAMES[1]])(
    'in every place of %s gives a valid file that shows it',
    { timeout: LONG },
    async (name) => {
      const { bytes } = await writeWord(poisoned(exampleOutline(name, 'draft')), {
        ...PROPERTIES,
        agreementId: HOSTILE,
        author: HOSTILE,
      })
      expect(await schemaFaults(bytes)).toEqual([])
      expect(squeezed(await textByMammoth(bytes))).toContain(SHOWN)
    },
  )

  test('in a title and a table leaves no character that XML forbids', async () => {
    const parts = partsOf(await write(poisoned(exampleOutline(EXAMPLE_NAMES[1]))))
    // Tab, line feed and carriage return are the only control characters that XML allows.
    const isForbidden = (sign: string) => (sign < ' ' && !'\t\n\r'.includes(sign)) || sign >= '\ufffe'
    const forbidden = Object.entries(parts).filter(([, xml]) => xml.split('').some(isForbidden))
    expect(forbidden).toEqual([])
  })
})
