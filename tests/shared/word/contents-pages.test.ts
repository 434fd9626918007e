import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type HeadingPage, withContentsPages } from '../../../shared/word/contents-pages.ts'
import { writeWord } from '../../../shared/word/write-word.ts'
import { EXAMPLE_NAMES, exampleOutline } from '../../support/examples-on-paper.ts'
import { partsOf, schemaFaults, textByMammoth } from '../../support/word-file.ts'
import { wordFindings } from '../../support/word-findings.ts'

const properties = { agreementId: 'a', version: 1, date: new Date('2026-11-26T12:00:00Z') }
const outline = exampleOutline(EXAMPLE_NAMES[3])
const fixed = writeWord(outline, properties).then(({ bytes }) => bytes)

/** As an office program tells them: with their numbers, and with headings that are not in the contents. */
function headings(): HeadingPage[] {
  return [...outline.sections, ...outline.annexes].flatMap(({ number, label, heading }, index) => [
    { heading: number === null ? heading : `${label} ${number} ${heading}`, page: index + 3 },
    { heading: 'Een kop in het artikel', page: index + 3 },
  ])
}

const numbersIn = (docx: Uint8Array) =>
  [
    ...(partsOf(docx)['word/document.xml'] ?? '').matchAll(/> PAGEREF (\S+) .*?"separate".*?<w:t>(\d+)</g),
  ].map(([, bookmark, page]) => [bookmark, Number(page)])

describe('the contents of a Word file of which the pages are known', () => {
  test('have a number for every entry, as a field on its bookmark', async () => {
    const file = withContentsPages(await fixed, headings())
    const numbers = numbersIn(file)
    expect(numbers).toHaveLength(20)
    expect(numbers[0]).toEqual(['_Ref_article_1', 3])
    expect(numbers.at(-1)).toEqual(['_Ref_annex_2', 22])
    expect(wordFindings(file)).toEqual([])
    expect(partsOf(file)['word/settings.xml']).not.toContain('updateFields')
    expect(await schemaFaults(file)).toEqual([])
  })

  test('keep them when they are drawn anew', async () => {
    const document = partsOf(withContentsPages(await fixed, headings()))['word/document.xml'] ?? ''
    expect(document).toMatch(/>TOC \\h \\o /)
  })

  test('are all that is other than in the file it was made of', async () => {
    const before = unzipSync(await fixed)
    const after = unzipSync(withContentsPages(await fixed, headings()))
    expect(Object.keys(after)).toEqual(Object.keys(before))
    const changed = Object.keys(before).filter(
      (name) => Buffer.compare(before[name] ?? new Uint8Array(), after[name] ?? new Uint8Array()) !== 0,
    )
    expect(changed.sort()).toEqual(['word/document.xml', 'word/styles.xml'])
    const words = async (docx: Uint8Array) => (await textByMammoth(docx)).split('Deze partijen')[1]
    expect(await words(withContentsPages(await fixed, headings()))).toBe(await words(await fixed))
  })
})

describe('the contents of a Word file of which the pages are not known', () => {
  test.each([
    ['nobody told them', null],
    [
      'one heading is another than in the file',
      headings().map((each, index) => (index === 6 ? { ...each, heading: 'Anders' } : each)),
    ],
    ['some are missing', headings().slice(0, -3)],
  ])('have none, and Word is asked to draw them, when %s', async (_, given) => {
    const file = withContentsPages(await fixed, given)
    expect(numbersIn(file)).toEqual([])
    expect(partsOf(file)['word/settings.xml']).toContain('<w:updateFields w:val="true"/>')
    expect(partsOf(file)['word/document.xml']).toMatch(/>TOC \\h \\o /)
    expect(await schemaFaults(file)).toEqual([])
  })
})
