import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { contrast } from '../../../shared/agreement/contrast.ts'
import { THEME_FONTS } from '../../../shared/agreement/theme.ts'
import { lookOf, PLAIN_LOOK } from '../../../shared/word/look.ts'
import { writeHtml } from '../../../shared/word/write-html.ts'
import { writeWord } from '../../../shared/word/write-word.ts'
import { EXAMPLE_NAMES, exampleOutline } from '../../support/examples-on-paper.ts'
import { JPEG, themeOf } from '../../support/pictures.ts'
import { partsOf, schemaFaults } from '../../support/word-file.ts'
import { wordFindings } from '../../support/word-findings.ts'

const PROPERTIES = { agreementId: 'a', version: 1, date: new Date('2026-11-26T12:00:00Z') }
const [LONG, SHORT] = EXAMPLE_NAMES
const THEME = themeOf()
const written = async (name: string, theme = THEME as typeof THEME | null) =>
  (await writeWord(exampleOutline(name), { ...PROPERTIES, theme })).bytes

describe('a paper with a theme', () => {
  const long = written(LONG)
  const short = written(SHORT)

  test.each([LONG, SHORT])(
    'of %s is a valid file, with nothing found that is not found without',
    {
      timeout: 60_000,
    },
    async (name) => {
      const themed = await written(name)
      expect(await schemaFaults(themed)).toEqual([])
      expect(wordFindings(themed)).toEqual(wordFindings(await written(name, null)))
    },
  )

  test('has its colours and fonts in the styles alone, and no trace of the plain ones', async () => {
    const parts = partsOf(await long)
    const styles = parts['word/styles.xml'] ?? ''
    for (const sign of ['w:val="8A1538"', 'w:color="E0A000"', 'w:ascii="Verdana"', 'w:ascii="Georgia"'])
      expect(styles).toContain(sign)
    expect(Object.values(parts).join('')).not.toContain(PLAIN_LOOK.heading)
  })

  test('shows its logo with a description: on the title page, and in the header of a short paper', async () => {
    const document = partsOf(await long)['word/document.xml']
    const header = Object.entries(partsOf(await short)).find(([name]) =>
      /^word\/header\d\.xml$/.test(name),
    )?.[1]
    for (const xml of [document, header]) expect(xml).toContain('descr="Logo van de gemeente Voorbeeldstad"')
    expect(document).toContain('Postbus 1, 1000 AA Voorbeeldstad')
    expect(Object.keys(unzipSync(await long))).toContain('word/media/logo.png')
  })

  test('takes a JPEG too, and the name stands there where there is no logo', async () => {
    const picture = Buffer.from(JPEG).toString('base64')
    const photo = themeOf({ logo: { picture, description: 'Wapen & naam' } })
    expect(partsOf(await written(SHORT, photo))['[Content_Types].xml']).toContain('image/jpeg')
    const named = partsOf(await written(LONG, themeOf({ logo: null })))
    expect(named['word/document.xml']).toContain('Gemeente Voorbeeldstad')
  })

  test('is the same to the byte each time, and without a theme the same as ever', async () => {
    expect(await written(SHORT)).toEqual(await short)
    expect(await written(SHORT, null)).toEqual((await writeWord(exampleOutline(SHORT), PROPERTIES)).bytes)
    expect(writeHtml(exampleOutline(SHORT), null)).toBe(writeHtml(exampleOutline(SHORT)))
  })

  test('as a page has it too, with the logo in the page itself and every text escaped', () => {
    const page = writeHtml(exampleOutline(SHORT), themeOf({ addressLine: '<b>"Plein" 1' }))
    expect(page).toContain('src="data:image/png;base64,')
    expect(page).toContain('h1,h2{color:#8a1538')
    expect(page).toContain('&#60;b&#62;&#34;Plein&#34; 1')
  })
})

test('whatever colours are chosen, the heads of tables and the numbers in pictures can be read', () => {
  for (const accentColour of ['#000000', '#FFFFFF', '#E0A000', '#1B2430', '#777700']) {
    for (const headingColour of ['#767676', '#000000', '#8A1538', '#0000FF']) {
      const look = lookOf(themeOf({ accentColour, headingColour }))
      expect(contrast(look.tableHead, look.tint)).toBeGreaterThanOrEqual(4.5)
      for (const { fill, letters } of look.steps) expect(contrast(fill, letters)).toBeGreaterThan(4)
    }
  }
})

test('no font takes more room than the pages are measured for', () => {
  for (const bodyFont of THEME_FONTS) {
    const { size, line } = lookOf(themeOf({ bodyFont })).bodyFont
    expect(Math.max(size, line)).toBeLessThanOrEqual(1)
  }
})
