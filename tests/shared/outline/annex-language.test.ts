import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { buildOutline } from '../../../shared/outline/build-outline.ts'
import { plainText } from '../../../shared/outline/outline.ts'
import { writeHtml } from '../../../shared/word/write-html.ts'
import { writeWord } from '../../../shared/word/write-word.ts'
import { agreement, clauses } from '../../support/agreement.ts'
import { realCatalog } from '../../support/examples-on-paper.ts'

const NOTICE = 'Dit is een samenvatting. De Nederlandse overeenkomst geldt.'
const ARABIC = 'هذا ملخص'

const outlineOf = (annex: object) =>
  buildOutline(agreement({ annexes: [{ id: 'a', title: 'Samenvatting', ...annex }] }), realCatalog(), {
    status: 'draft',
  }).value
const wordsOf = (annex: object) =>
  outlineOf(annex).annexes.flatMap(({ content }) =>
    content.flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.inlines)] : [])),
  )

describe('a summary or a text in another language', () => {
  test('says that the Dutch text counts, also when nobody wrote so', () => {
    expect(wordsOf({ kind: 'summary', body: clauses('Kort.') })).toEqual(['Kort.', NOTICE])
    expect(wordsOf({ kind: 'other', language: 'tr', body: clauses('Kısaca.') })).toEqual(['Kısaca.', NOTICE])
  })

  test('says it once', () => {
    expect(wordsOf({ kind: 'summary', body: clauses('Kort.', NOTICE) })).toEqual(['Kort.', NOTICE])
  })

  test('that is Dutch and no summary says nothing of the kind', () => {
    expect(wordsOf({ kind: 'conduct', language: 'nl', body: clauses('Kort.') })).toEqual(['Kort.'])
  })
})

describe('a text in Arabic', () => {
  const outline = outlineOf({ kind: 'summary', language: 'ar', body: clauses(ARABIC) })

  test('runs from right to left in the page, and the Dutch line under it does not', () => {
    const html = writeHtml(outline)
    expect(html).toMatch(new RegExp(`lang="ar" dir="rtl"[^>]*>.*${ARABIC}`))
    expect(html).toContain(`<p>${NOTICE}</p>`)
  })

  test('runs from right to left in Word, with its language for the spelling check', async () => {
    const { bytes } = await writeWord(outline, {
      agreementId: 'a',
      version: 1,
      date: new Date('2026-11-21T12:00:00Z'),
    })
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gs) ?? []
    const arabic = paragraphs.find((each) => each.includes(ARABIC)) ?? ''
    expect(arabic).toContain('<w:bidi/>')
    expect(arabic).toContain('<w:rtl/>')
    expect(arabic).toContain('<w:lang w:bidi="ar"/>')
    expect(paragraphs.find((each) => each.includes(NOTICE))).not.toContain('<w:bidi/>')
  })
})
