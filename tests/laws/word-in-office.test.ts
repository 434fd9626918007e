import { describe, expect, test } from 'vitest'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { type Layout, layoutOf } from '../../shared/agreement/field.ts'
import { LISTS } from '../../shared/agreement/schema-walk.ts'
import { type BlockDescription, describeBlock } from '../../shared/outline/block-description.ts'
import { formatDate, formatMoney } from '../../shared/outline/format.ts'
import { type Outline, plainText, type Section } from '../../shared/outline/outline.ts'
import { recordsAt } from '../../shared/outline/record-cells.ts'
import { writeWord } from '../../shared/word/write-word.ts'
import { EXAMPLE_NAMES, exampleOnPaper, exampleOutline, realCatalog } from '../support/examples-on-paper.ts'
import { convertToPdf, officeText, pageImages } from '../support/office.ts'
import { squeezed, textsOf } from '../support/outline-words.ts'

const LONG = 180_000
const PROPERTIES = { agreementId: 'a', version: 1, date: new Date('2026-11-21T12:00:00Z') }

/** LibreOffice draws a reference anew with the heading's capital: "volgens Artikel 23". */
const loose = (text: string) => squeezed(text).toLowerCase()

describe.each(EXAMPLE_NAMES)('LibreOffice opens %s', (name) => {
  const outline = exampleOutline(name)
  const opened = writeWord(outline, PROPERTIES)
    .then(({ bytes }) => officeText(bytes))
    .then(loose)

  test('with every word of the outline', { timeout: LONG }, async () => {
    const text = await opened
    expect(textsOf(outline).filter((line) => !text.includes(loose(line)))).toEqual([])
  })

  test('and draws the same numbers before headings and clauses as the outline', {
    timeout: LONG,
  }, async () => {
    const text = await opened
    expect(numberedLines(outline).filter((line) => !text.includes(loose(line)))).toEqual([])
  })

  test('with every text, date and amount of the snapshot that a block shows', { timeout: LONG }, async () => {
    const text = await opened
    expect(factsShown(exampleOnPaper(name)).filter((fact) => !text.includes(loose(fact)))).toEqual([])
  })
})

test('a short agreement fills two pages', { timeout: LONG }, async () => {
  const { bytes } = await writeWord(exampleOutline(EXAMPLE_NAMES[1], 'draft'), PROPERTIES)
  expect(await pageImages(await convertToPdf(bytes), 20)).toHaveLength(2)
})

function numberedLines({ sections, annexes }: Outline): string[] {
  return [
    ...sections.flatMap((part) => linesOf(part, true)),
    ...annexes.flatMap((part) => linesOf(part, false)),
  ]
}

function linesOf(section: Section, isArticle: boolean): string[] {
  const { number, label, heading, content } = section
  const own = label === '' ? `${number}.` : `${label} ${number}`
  const clauses = content.flatMap((block) => {
    if (block.kind !== 'paragraph' || block.number === null) return []
    const before = isArticle && block.style === 'clause' ? `${number}.${block.number}` : `${block.number}.`
    return [`${before} ${plainText(block.inlines)}`]
  })
  return [number === null ? heading : `${own} ${heading}`, ...clauses]
}

/** The facts behind the columns of every block that stands in the text, as the snapshot has them. */
function factsShown(body: AgreementBody): string[] {
  const texts = [...body.articles, ...body.annexes].flatMap(({ body: text }) => text.content)
  const names = new Set(texts.flatMap((block) => (block.type === 'block' ? [block.attrs.name] : [])))
  return [...names].flatMap((name) => {
    const description = describeBlock(name, realCatalog(), body)
    return description ? [description, ...description.parts].flatMap((part) => factsOf(part, body)) : []
  })
}

function factsOf(description: BlockDescription, body: AgreementBody): string[] {
  const list = LISTS.get(description.listPath)
  const schema = list?.record.shape ?? {}
  // The field by which a record is known is a reference or a key of the catalogue, not a text of its own.
  const fields = description.columns
    .flatMap((column) => (column.computed ? [] : column.fields))
    .filter((field) => field !== list?.key)
  const records = recordsAt(description.listPath, body).filter((record) =>
    Object.entries(description.filter).every(([field, value]) => record[field] === value),
  )
  return records.flatMap((record) =>
    fields.flatMap((field) => asShown(record[field], layoutOf(schema[field] as never)) ?? []),
  )
}

function asShown(value: unknown, layout: Layout): string | null {
  if (value === null || value === '') return null
  if (layout.kind === 'longText') return String(value)
  if (layout.kind !== 'scalar') return null
  if (layout.type.name === 'text') return String(value)
  if (layout.type.name === 'date') return formatDate(String(value))
  return layout.type.name === 'money' ? formatMoney(Number(value)) : null
}
