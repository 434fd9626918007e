import { beforeAll, expect, test } from 'vitest'
import { readPackage } from '../../shared/returned/read-package.ts'
import { writeWord } from '../../shared/word/write-word.ts'
import { exampleOutline } from '../support/examples-on-paper.ts'
import { editInOffice } from '../support/office-edit.ts'
import { partsOf } from '../support/word-file.ts'

let docx: Uint8Array
beforeAll(async () => {
  const properties = { agreementId: 'a', version: 1, date: new Date('2026-11-26T12:00:00Z') }
  docx = (await writeWord(exampleOutline('01-weidehaven-samenwerkingsovereenkomst'), properties)).bytes
})

/** The paragraphs of a part as text; what is tracked as deleted is `w:delText` and stands between braces. */
const linesOf = (xml = '') =>
  xml
    .replace(/<w:delText[^>]*>([^<]*)<\/w:delText>/g, '{$1}')
    .split('</w:p>')
    .map((paragraph) => paragraph.replace(/<[^>]*>/g, ''))
/** The cells of every row that has a text in it. */
const rowsWith = (text: string, xml = '') =>
  (xml.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? [])
    .filter((row) => row.includes(text))
    .map((row) => (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) => linesOf(cell).join('')))

test('what somebody edits in LibreOffice without tracking stands in the file that it saves, and nothing is tracked', async () => {
  const edited = await editInOffice(docx, [
    { do: 'fill', fact: 'area', value: 'De "Waterwijk"\nen Noord' },
    { do: 'fill', fact: 'end_date', value: '31 januari 2030', day: '2030-01-31' },
    { do: 'reword', seen: 'Voor wie wij dit doen', words: 'Wie wij helpen' },
    { do: 'add-paragraph', seen: 'leren van elkaar.', words: 'Zij vieren feest.' },
    { do: 'remove-paragraph', seen: 'haar werkwijze veranderen.' },
    { do: 'add-row', seen: '22 per jaar (2026)', cells: ['Meer buren', '1', '2', 'tellen', 'ooit'] },
    { do: 'remove-row', seen: 'Bang om door de taal' },
    { do: 'comment', seen: 'Ouders voelen zich begrepen', words: 'Hoe meten wij dit?' },
  ])
  expect(readPackage(edited)).toMatchObject({ ok: true, main: 'word/document.xml' })
  const { 'word/document.xml': main = '', ...parts } = partsOf(edited)
  const lines = linesOf(main)
  expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^Wie wij helpen: Gezinnen/)]))
  expect(lines[lines.findIndex((line) => line.endsWith('leren van elkaar.')) + 1]).toBe('Zij vieren feest.')
  // A picture still says in its description what the row said.
  expect(main).not.toMatch(/>[^<]*(haar werkwijze veranderen|Bang om door de taal)|<w:(ins|del) /)
  expect(rowsWith('Meer buren', main)).toEqual([['Meer buren', '1', '2', 'tellen', 'ooit']])
  expect(main).toMatch(/h:area\[1\](?:(?!<\/w:sdt>).)*De &quot;Waterwijk&quot;/)
  expect(main).toMatch(/w:fullDate="2030-01-31T00:00:00Z"(?:(?!<\/w:sdt>).)*<w:t>31 januari 2030<\/w:t>/)
  expect(parts['word/comments.xml']).toMatch(/w:author="Jet Jurist".*Hoe meten wij dit\?/s)
  expect(main).toMatch(/<w:commentRangeStart w:id="0"\/>.*Ouders voelen zich begrepen.*<w:commentRangeEnd/s)
})

test('what is edited with tracking stands there as deleted and inserted by who did it', async () => {
  const edited = await editInOffice(
    docx,
    [
      { do: 'reword', seen: 'Voor wie wij dit doen', words: 'Wie wij helpen', tracked: true },
      { do: 'add-paragraph', seen: 'leren van elkaar.', words: 'Zij vieren feest.', tracked: true },
    ],
    { given: 'Sam', family: 'Notaris' },
  )
  const main = partsOf(edited)['word/document.xml'] ?? ''
  expect(linesOf(main)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^{Voor wie wij dit doen}Wie wij helpen: Gezinnen/),
      'Zij vieren feest.',
    ]),
  )
  const authors = [...main.matchAll(/<w:(ins|del) [^>]*w:author="([^"]*)"/g)].map(
    ([, kind, author]) => `${kind} ${author}`,
  )
  expect(new Set(authors)).toEqual(new Set(['ins Sam Notaris', 'del Sam Notaris']))
})

test('what can not be done is said, and no file is given', async () => {
  await expect(editInOffice(docx, [{ do: 'reword', seen: 'Dit staat er niet', words: 'x' }])).rejects.toThrow(
    /"Dit staat er niet".*not found/,
  )
})
