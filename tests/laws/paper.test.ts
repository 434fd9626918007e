import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildOutline } from '../../shared/outline/build-outline.ts'
import { printable } from '../../shared/word/printable.ts'
import { writeHtml } from '../../shared/word/write-html.ts'
import { writeWord } from '../../shared/word/write-word.ts'
import { arbitraryAgreement } from '../support/arbitrary-agreement.ts'
import { realCatalog } from '../support/examples-on-paper.ts'
import { squeezed, textsOf } from '../support/outline-words.ts'
import { textByMammoth } from '../support/word-file.ts'

const catalog = realCatalog()
const properties = { agreementId: 'a', version: 1, date: new Date('2026-11-21T12:00:00Z') }

describe('whatever people wrote', () => {
  test('the outline is drawn, equally for equal agreements, and the page is written', () => {
    fc.assert(
      fc.property(arbitraryAgreement, (body) => {
        const { value } = buildOutline(body, catalog, { status: 'draft' })
        expect(buildOutline(structuredClone(body), catalog, { status: 'draft' }).value).toEqual(value)
        expect(writeHtml(value)).not.toMatch(/<script/i)
      }),
      { numRuns: 60 },
    )
  })

  test('the Word file holds every word of the outline', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAgreement, async (body) => {
        const { value } = buildOutline(body, catalog, { status: 'draft' })
        const { bytes } = await writeWord(value, properties)
        const text = squeezed(await textByMammoth(bytes))
        expect(textsOf(printable(value)).filter((line) => !text.includes(squeezed(line)))).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})
