import { expect, test } from 'vitest'
import { readPackage } from '../../../shared/returned/read-package.ts'
import { parseXml, type XmlNode } from '../../../shared/returned/xml.ts'
import { writeWord } from '../../../shared/word/write-word.ts'
import { EXAMPLE_NAMES, exampleOutline } from '../../support/examples-on-paper.ts'
import { partsOf } from '../../support/word-file.ts'
import {
  body,
  contentTypes,
  override,
  relationships,
  SMALLEST,
  said,
  wordPackage,
} from '../../support/word-package.ts'

const readOrFail = (bytes: Uint8Array) => {
  const read = readPackage(bytes)
  if (!read.ok) throw new Error(`${read.trouble}: ${read.seen}`)
  return read
}
const textOf = (node: XmlNode): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('')
const mainText = (bytes: Uint8Array) => {
  const { main, parts } = readOrFail(bytes)
  return textOf(parseXml(parts.get(main) ?? ''))
}

test.each(EXAMPLE_NAMES)(
  'given the Word file of %s, the parts that matter come out as they went in',
  async (name) => {
    const properties = { agreementId: 'a', version: 1, date: new Date('2026-11-26T12:00:00Z') }
    const { bytes } = await writeWord(exampleOutline(name), properties)
    const { main, parts, related } = readOrFail(bytes)
    const written = partsOf(bytes)
    expect(main).toBe('word/document.xml')
    expect([...parts].filter(([part, text]) => written[part] !== text)).toEqual([])
    expect(related.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['styles', 'numbering', 'header', 'footer', 'customXml', 'core-properties']),
    )
    expect(related.filter((part) => !parts.has(part.name))).toEqual([])
  },
)

test('the main text is found by the relationships, whatever it is called and in whatever case', () => {
  const elsewhere = wordPackage({
    '[Content_Types].xml': contentTypes(override('Tekst/Hoofd.XML', 'document.main')),
    '_rels/.rels': relationships(['officeDocument', '/tekst/../tekst/./hoofd.xml']),
    'word/document.xml': null,
    'tekst/Hoofd.xml': body(said('Elders')),
    'tekst/_rels/Hoofd.xml.rels': relationships(['comments', '../opm.xml'], ['header', 'weg.xml']),
    'opm.xml': '<x/>',
  })
  const { main, related } = readOrFail(elsewhere)
  expect({ main, related }).toEqual({
    main: 'tekst/Hoofd.xml',
    related: [{ kind: 'comments', id: 'r1', name: 'opm.xml' }],
  })
  expect(mainText(elsewhere)).toBe('Elders')
})

test('a strict file gives the same names as another', () => {
  const strict = (text: string | Uint8Array | undefined) =>
    String(text)
      .replace(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      )
  const { main, parts } = readOrFail(
    wordPackage({
      '_rels/.rels': strict(SMALLEST['_rels/.rels']),
      'word/document.xml': strict(SMALLEST['word/document.xml']),
    }),
  )
  expect(parseXml(parts.get(main) ?? '')).toEqual(parseXml(String(SMALLEST['word/document.xml'])))
})

test.each([
  ['UTF-16 with a BOM', (text: string) => utf16(`\ufeff${text}`)],
  ['UTF-16 without a BOM', utf16],
  ['UTF-16, the other way around, with a BOM', (text: string) => utf16(`\ufeff${text}`).swap16()],
  ['UTF-16, the other way around', (text: string) => utf16(text).swap16()],
  ['UTF-8 with a BOM', (text: string) => Buffer.from(`\ufeff${text}`)],
])('a part in %s is read', (_, encode) => {
  const text = body(said('Één 🤝')).replace(/^<\?xml.*?\?>/, '')
  expect(mainText(wordPackage({ 'word/document.xml': encode(text) }))).toBe('Één 🤝')
})

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le')
}

test('a picture is named and not unpacked: a broken one does not matter', () => {
  const bytes = wordPackage({ 'word/media/foto.png': new Uint8Array(4_000_000) })
  const at = Buffer.from(bytes).indexOf('word/media/foto.png') + 'word/media/foto.png'.length
  bytes.fill(0xff, at + 5, at + 60)
  expect(readOrFail(bytes).media).toEqual(['word/media/foto.png'])
})

test('a link, a field that fetches nothing and a chart with its numbers are let through', () => {
  const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const field =
    mark('begin') + code(' IF ') + mark('begin') + code('PAGE') + mark('end') + code('= 1') + mark('separate')
  expect(
    mainText(
      wordPackage({
        'word/document.xml': body(`<w:p>${field}<w:r><w:t>INCLUDETEXT</w:t></w:r>${mark('end')}</w:p>`),
        'word/_rels/document.xml.rels': relationships(
          ['hyperlink', 'https://example.org', 'External'],
          ['chart', 'charts/chart1.xml'],
        ),
        'word/embeddings/cijfers.xlsx': 'x',
      }),
    ),
  ).toBe(' IF PAGE= 1INCLUDETEXT')
})

test('data that another program spoiled is not there, and the rest is read', () => {
  const bytes = wordPackage({
    'word/_rels/document.xml.rels': relationships(
      ['customXml', '../customXml/item1.xml'],
      ['customXml', '../customXml/item2.xml'],
    ),
    'customXml/item1.xml': '',
    'customXml/item2.xml': '<x/>',
  })
  const { parts, related } = readOrFail(bytes)
  expect(related).toEqual([{ kind: 'customXml', id: 'r2', name: 'customXml/item2.xml' }])
  expect([...parts.keys()]).toEqual(['word/document.xml', 'customXml/item2.xml'])
})
