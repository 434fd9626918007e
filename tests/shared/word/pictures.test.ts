import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { TablePicture } from '../../../shared/outline/outline.ts'
import { altTextOf, drawPicture } from '../../../shared/word/draw-picture.ts'
import { label } from '../../../shared/word/drawing.ts'
import { PLAIN_LOOK } from '../../../shared/word/look.ts'
import { writeEmf } from '../../../shared/word/write-emf.ts'
import { writeWord } from '../../../shared/word/write-word.ts'
import { EXAMPLE_NAMES, exampleOutline } from '../../support/examples-on-paper.ts'
import { partsOf } from '../../support/word-file.ts'

const WIDTH = 9638
const properties = { agreementId: 'a', version: 1, date: new Date('2026-11-26T12:00:00Z') }

const SCORES: TablePicture = {
  kind: 'scores',
  caption: 'Scores',
  columns: [{ text: 'de gemeente' }, { text: 'de jeugdhulp' }],
  rows: [
    { title: 'Taal', scores: [4, null] },
    { title: 'Schaamte', scores: [2, 5] },
  ],
}

/** Type and size of each record after the head ([MS-EMF] 2.3). */
function recordsIn(emf: Uint8Array): [type: number, size: number][] {
  const view = new DataView(emf.buffer, emf.byteOffset)
  const records: [number, number][] = []
  for (let at = 0; at < emf.length; at += view.getUint32(at + 4, true))
    records.push([view.getUint32(at, true), view.getUint32(at + 4, true)])
  return records
}

describe('a metafile', () => {
  test('has in its head its own size and how many records there are, which end with the last', () => {
    const emf = writeEmf({ width: 100, height: 50, shapes: [label(0, 0, 'één', {})] })
    const view = new DataView(emf.buffer)
    const records = recordsIn(emf)
    expect(view.getUint32(40, true)).toBe(0x464d4520)
    expect([view.getUint32(48, true), view.getUint32(52, true)]).toEqual([emf.length, records.length])
    expect(records.at(-1)).toEqual([14, 20])
    expect(records.every(([, size]) => size % 4 === 0)).toBe(true)
  })
})

describe('a picture', () => {
  test('says in words what it shows', () => {
    expect(altTextOf(SCORES)).toBe('Scores. Taal: de gemeente 4. Schaamte: de gemeente 2, de jeugdhulp 5.')
    const group = {
      heading: 'Vertrouwen',
      rows: [{ title: 'Inloop', start: null, end: '2027-05-01', text: 'klaar op 1 mei 2027' }],
    }
    const timeline: TablePicture = {
      kind: 'timeline',
      caption: 'Tijd',
      from: '2027-01-01',
      to: '2028-01-01',
      groups: [group],
    }
    expect(altTextOf(timeline)).toBe('Tijd. Vertrouwen: Inloop (klaar op 1 mei 2027).')
  })

  test('shows each score as a number too, so that nobody needs the colour', () => {
    const shown = drawPicture(SCORES, WIDTH, PLAIN_LOOK)[0]?.shapes.flatMap((shape) =>
      shape.kind === 'text' ? [shape.text] : [],
    )
    expect(shown).toEqual(['de gemeente', 'de jeugdhulp', 'Taal', '4', 'Schaamte', '2', '5'])
  })

  test('of whatever people wrote stays within its bounds, and is in pieces that a page holds', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 90 })
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
      .map((each) => each.toISOString().slice(0, 10))
    const timeline = fc
      .array(fc.record({ title: text, day }), { minLength: 1, maxLength: 90 })
      .map((rows): TablePicture => {
        const days = rows.map((row) => row.day).sort()
        const drawn = rows.map(({ title, day }) => ({ title, start: null, end: day, text: day }))
        return {
          kind: 'timeline',
          caption: '',
          from: days[0] ?? '',
          to: days.at(-1) ?? '',
          groups: [{ heading: 'x', rows: drawn }],
        }
      })
    const scores = fc
      .tuple(fc.array(text, { minLength: 1, maxLength: 9 }), fc.array(text, { minLength: 1, maxLength: 17 }))
      .map(
        ([names, titles]): TablePicture => ({
          ...{ kind: 'scores', caption: '', columns: names.map((name) => ({ text: name })) },
          rows: titles.map((title, row) => ({
            title,
            scores: names.map((_, column) => ((row + column) % 5) + 1),
          })),
        }),
      )
    fc.assert(
      fc.property(fc.oneof(timeline, scores), (picture) => {
        for (const { width, height, shapes } of drawPicture(picture, WIDTH, PLAIN_LOOK)) {
          expect(height).toBeLessThan(13_000)
          for (const shape of shapes) {
            const right = shape.x + (shape.kind === 'box' ? shape.width : 0)
            expect(shape.x >= 0 && right <= width && shape.y >= 0 && shape.y <= height).toBe(true)
          }
        }
      }),
    )
  })
})

describe('the Word file of an agreement with a factor scan and tasks with a day', () => {
  const written = writeWord(exampleOutline(EXAMPLE_NAMES[0]), properties).then(({ bytes }) => bytes)

  test('has a picture of the scores and one of the days, each with its description, under its caption', async () => {
    const document = partsOf(await written)['word/document.xml'] ?? ''
    const described = [...document.matchAll(/<wp:docPr [^>]* descr="([^"]*)"/g)].map(([, words]) => words)
    expect(described).toHaveLength(2)
    expect(described[0]).toContain('Ouders kennen de jeugdhulp niet: de gemeente 4, de jeugdhulp 5')
    expect(described[1]).toContain('(klaar op 1 mei 2027)')
    expect(
      document.match(/w:val="Caption"\/><\/w:pPr>(?:(?!<\/w:p>).)*(?:Zo beoordeelden|Wanneer de taken)/g),
    ).toHaveLength(2)
  })

  test('has their bytes as parts of their own kind', async () => {
    const bytes = await written
    const media = Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('word/media/'))
    expect(media).toEqual(['word/media/picture1.emf', 'word/media/picture2.emf'])
    expect(partsOf(bytes)['[Content_Types].xml']).toContain(
      'PartName="/word/media/picture1.emf" ContentType="image/x-emf"',
    )
  })
})
