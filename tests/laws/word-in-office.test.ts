import { describe, expect, test } from 'vitest'
import { type Outline, plainText, type Section } from '../../shared/outline/outline.ts'
import { writeWord } from '../../shared/word/write-word.ts'
import { EXAMPLE_NAMES, exampleOnPaper, exampleOutline } from '../support/examples-on-paper.ts'
import { factsOnPaper } from '../support/facts-on-paper.ts'
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
    expect(factsOnPaper(exampleOnPaper(name)).filter((fact) => !text.includes(loose(fact)))).toEqual([])
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
