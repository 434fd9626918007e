import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { writeAgreement } from '../../shared/document/write.ts'
import { buildOutline } from '../../shared/outline/build-outline.ts'
import { comparisonAuthor, comparisonOutline } from '../../shared/outline/comparison-outline.ts'
import type { Outline } from '../../shared/outline/outline.ts'
import { readWordFile } from '../../shared/returned/read-word-file.ts'
import { writeComparison } from '../../shared/word/write-comparison.ts'
import { writeWord } from '../../shared/word/write-word.ts'
import { doSomething } from '../support/agreement-deeds.ts'
import { EXAMPLE_NAMES, exampleOnPaper, realCatalog } from '../support/examples-on-paper.ts'
import { editInOffice } from '../support/office-edit.ts'
import { squeezed } from '../support/outline-words.ts'
import { seeded } from '../support/seeded.ts'
import { changesIn, decidedLines } from '../support/tracked-word.ts'
import { partsOf, schemaFaults, textByMammoth } from '../support/word-file.ts'
import { wordFindings } from '../support/word-findings.ts'

const PROPERTIES = { agreementId: 'a', version: 1, date: new Date('2026-11-26T12:00:00Z') }
const TEXTS = {
  was: { kind: 'named', name: 'Na de eerste bijeenkomst', at: '2026-11-20T12:00:00Z' },
  now: { kind: 'now', name: '', at: '2026-11-26T12:00:00Z' },
} as const
const catalog = realCatalog()

function paper(body: AgreementBody): Outline {
  return comparisonOutline(buildOutline(body, catalog, { status: 'draft' }).value, catalog, TEXTS)
}

const plain = async (outline: Outline) => decidedLines((await writeWord(outline, PROPERTIES)).bytes, 'accept')
const compared = (was: Outline, now: Outline) =>
  writeComparison(was, now, { ...PROPERTIES, author: comparisonAuthor(catalog, TEXTS) })

/** Accepting everything gives the newer text, rejecting everything the older one; and the file is one that Word opens. */
async function expectBothSides(was: AgreementBody, now: AgreementBody): Promise<Uint8Array> {
  const docx = await compared(paper(was), paper(now))
  expect(withoutEnd(decidedLines(docx, 'accept'))).toEqual(withoutEnd(await plain(paper(now))))
  expect(withoutEnd(decidedLines(docx, 'reject'))).toEqual(withoutEnd(await plain(paper(was))))
  expectSound(docx)
  return docx
}

/** Behind what came or went at the very end a file has a line without words. */
function withoutEnd(lines: string[]): string[] {
  const end = lines.findLastIndex((line) => line !== 'AfterTable: ')
  return lines.slice(0, end + 1)
}

/** What Word stumbles over, and the validator does not look at. */
function expectSound(docx: Uint8Array): void {
  const xml = partsOf(docx)['word/document.xml'] ?? ''
  const numbers = [...xml.matchAll(/<w:(?:ins|del|pPrChange|bookmarkStart) [^>]*w:id="(\d+)"/g)].map(
    ([, number]) => number,
  )
  expect(new Set(numbers).size).toBe(numbers.length)
  const deleted = xml.match(/<w:del [^>]*[^/]>.*?<\/w:del>/gs) ?? []
  expect(deleted.filter((each) => /<w:(?:t|instrText|fldChar)[ >]/.test(each))).toEqual([])
  const odd = wordFindings(docx).filter(({ rule }) => SOUND.includes(rule))
  expect(odd).toEqual([])
}
const SOUND = ['a number of a list that is not there', 'a reference to nowhere', 'a style that is not there']

/** So many deeds of people on an agreement, by chance. */
function afterDeeds(body: AgreementBody, seed: number, deeds: number): AgreementBody {
  const doc = new Y.Doc()
  writeAgreement(doc, body)
  const random = seeded(seed)
  let last = 0
  const hands = {
    doc,
    undo: new Y.UndoManager(doc),
    random,
    newId: () => `made_${++last}`,
    newWord: () => `woord${++last}`,
  }
  for (let done = 0; done < deeds; done++) doSomething(hands)
  return readAgreement(doc).value
}

/** An example, and the same with other words, facts, rows, articles and tables: what people do in a meeting. */
function afterMeeting(name: string): { was: AgreementBody; now: AgreementBody } {
  const was = exampleOnPaper(name)
  const now = structuredClone(was)
  const [, second, third, fourth, fifth] = now.articles
  if (!second || !third || !fourth || !fifth) throw new RangeError('an example of five articles')
  second.heading = 'Waarom wij dit samen doen'
  third.body.content.splice(1, 1)
  fourth.body.content.push(...clauses('Dit kwam erbij.', 'En dit.'))
  now.articles.splice(4, 1)
  now.articles.push({ ...fifth, id: 'nieuw', heading: 'Een nieuw artikel' })
  now.place = 'Elders & <verder>'
  now.tasks.splice(0, 1)
  now.financing.lines.splice(1, 1)
  for (const line of now.financing.sources) line.amount = 1234
  now.disputes.steps.splice(0, 1)
  return { was, now }
}

function clauses(...texts: string[]): AgreementBody['articles'][number]['body']['content'] {
  return texts.map((text) => ({
    type: 'paragraph',
    attrs: { kind: 'clause', level: 0, onlyIf: null },
    content: [{ type: 'text', text }],
  }))
}

describe('a comparison of two versions', () => {
  test('of a text with itself has no change in it', async () => {
    const body = exampleOnPaper(EXAMPLE_NAMES[3])
    expect(changesIn(await expectBothSides(body, structuredClone(body)))).toEqual({})
  })

  test('gives the newer text when all is accepted and the older one when all is rejected, whatever people did', {
    timeout: 60_000,
  }, async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const was = exampleOnPaper(EXAMPLE_NAMES[1])
      const now = afterDeeds(was, seed, 40)
      const both = seed % 2 === 0 ? expectBothSides(was, now) : expectBothSides(now, was)
      await both.catch((error) => {
        throw new Error(`seed ${seed}: ${error.message}`, { cause: error })
      })
    }
  })

  test('of a meeting tells words, paragraphs, rows, articles and facts, in a valid file that is the same each time', async () => {
    const { was, now } = afterMeeting(EXAMPLE_NAMES[0])
    const docx = await expectBothSides(was, now)
    expect(await schemaFaults(docx)).toEqual([])
    expect(await compared(paper(was), paper(now))).toEqual(docx)
    const xml = partsOf(docx)['word/document.xml'] ?? ''
    expect(xml.match(/<w:trPr>(?:(?!<\/w:trPr>).)*<w:del /gs)?.length).toBeGreaterThan(2)
    // A number that is another one now: words went, a reference came.
    expect(xml).toMatch(/<w:delText [^>]*>artikel 23</)
    expect(xml).toMatch(
      /<w:ins [^>]*><w:r><w:fldChar w:fldCharType="begin"\/><\/w:r><w:r><w:instrText [^>]*> REF /,
    )
    expect(xml).toContain('Elders &#38; &#60;verder&#62;')
  })

  test('between a short form and a long one, or with a table that became another, holds both sides too', async () => {
    const short = exampleOnPaper(EXAMPLE_NAMES[1])
    const long = exampleOnPaper(EXAMPLE_NAMES[3])
    await expectBothSides(short, long)
    await expectBothSides(long, short)
  })

  test('that is brought back is refused by name: two texts stand in it at once', async () => {
    const { was, now } = afterMeeting(EXAMPLE_NAMES[1])
    const docx = await compared(paper(was), paper(now))
    expect(readWordFile(docx)).toMatchObject({ ok: false, trouble: 'comparison' })
    expect(partsOf(docx)['customXml/item1.xml']).not.toContain('<snapshot')
  })

  test('read by LibreOffice gives the newer text when all is accepted there and the older one when all is rejected', {
    timeout: 180_000,
  }, async () => {
    const { was, now } = afterMeeting(EXAMPLE_NAMES[1])
    const docx = await compared(paper(was), paper(now))
    for (const [does, side] of [
      ['accept-all', now],
      ['reject-all', was],
    ] as const) {
      const saved = await editInOffice(docx, [{ do: does }])
      expect(changesIn(saved)).toEqual({})
      expect(loose(await textByMammoth(saved))).toEqual(
        loose(await textByMammoth((await writeWord(paper(side), PROPERTIES)).bytes)),
      )
      // Nor does a line without words keep a number.
      const empty = decidedLines(saved, 'accept').filter((line) =>
        /^(?:Heading|Clause|Subclause|Step).*: $/.test(line),
      )
      expect(empty).toEqual([])
    }
  })
})

/** LibreOffice keeps a line without words where a table was, and draws references with a capital. */
const loose = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\r?\n/)
    .map(squeezed)
    .filter((line) => line !== '')
