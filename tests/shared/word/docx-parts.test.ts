import { Document, Packer, Paragraph, TextRun } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, test, vi } from 'vitest'
import { docxParts } from '../../../shared/word/docx-parts.ts'

const document = () =>
  new Document({
    title: 'Samenwerkingsovereenkomst',
    sections: [{ children: [new Paragraph({ children: [new TextRun('Partijen & afspraken')] })] }],
  })

/** Without what differs from one document to the next. */
const settled = (parts: ReadonlyMap<string, string>) =>
  new Map([...parts].map(([name, xml]) => [name, xml.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now')]))

afterEach(() => {
  vi.restoreAllMocks()
})

test('the parts are those of the package that docx packs', async () => {
  const packed = unzipSync(await Packer.pack(document(), 'uint8array'))
  const expected = new Map(Object.entries(packed).map(([name, bytes]) => [name, strFromU8(bytes)]))
  const parts = await docxParts(document())
  expect(parts.get('word/document.xml')).toContain('Partijen &amp; afspraken')
  expect(settled(parts)).toEqual(settled(expected))
})

test('they are taken without packing anything', async () => {
  const pack = vi.spyOn(Packer, 'pack')
  await docxParts(document())
  expect(pack).not.toHaveBeenCalled()
})

test('a docx whose compiler is another gives the same parts, by its package', async () => {
  const expected = await docxParts(document())
  const compiler: unknown = Reflect.get(Packer, 'compiler')
  const another = { compile: () => ({ files: [] }) }
  const pack = Packer.pack.bind(Packer)
  vi.spyOn(Packer, 'pack').mockImplementation((...all) => {
    Reflect.set(Packer, 'compiler', compiler)
    return pack(...all)
  })
  Reflect.set(Packer, 'compiler', another)
  expect(settled(await docxParts(document()))).toEqual(settled(expected))
  expect(Reflect.get(Packer, 'compiler')).toBe(compiler)
})
