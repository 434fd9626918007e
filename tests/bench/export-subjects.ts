import { createRequire } from 'node:module'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { unzipSync, zipSync } from 'fflate'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { buildOutline } from '../../shared/outline/build-outline.ts'
import { type Block, type Outline, plainText, type Section } from '../../shared/outline/outline.ts'
import { wordDocument, writeWord } from '../../shared/word/write-word.ts'
import { realCatalog } from '../support/examples-on-paper.ts'
import { largeAgreement } from './large-agreement.ts'

const TABLES = 20

/** Sixty articles with twenty tables: the large agreement without the tables after those. */
export function benchOutline(): Outline {
  const body = largeAgreement(60) as AgreementBody
  const outline = buildOutline(body, realCatalog(), { status: 'draft', toFillIn: true }).value
  let tables = 0
  const kept = (section: Section): Section => ({
    ...section,
    content: section.content.filter((block) => block.kind !== 'table' || ++tables <= TABLES),
  })
  return { ...outline, sections: outline.sections.map(kept), annexes: outline.annexes.map(kept) }
}

/** What is written: text alone, and rows of cells. */
type Plain = { heading: string; parts: ({ text: string } | { rows: string[][] })[] }

function plainOf({ sections, annexes }: Outline): Plain[] {
  return [...sections, ...annexes].map(({ heading, content }) => ({
    heading,
    parts: content.flatMap(partsOf),
  }))
}

function partsOf(block: Block): Plain['parts'] {
  switch (block.kind) {
    case 'paragraph':
      return [{ text: plainText(block.inlines) }]
    case 'table':
      return [
        {
          rows: [
            block.columns.map(({ label }) => label),
            ...block.rows.map(({ cells }) => cells.map((cell) => plainText(cell))),
          ],
        },
      ]
    case 'list':
      return block.items.map(({ inlines }) => ({ text: plainText(inlines) }))
    case 'parties':
      return block.parties.flatMap(({ name, lines }) => [
        { text: plainText(name) },
        ...lines.map(({ label, inlines }) => ({ text: `${label}\t${plainText(inlines)}` })),
      ])
    case 'signatures':
      return block.parties.map(({ partyName }) => ({ text: plainText(partyName) }))
    case 'unknownBlock':
      return [{ text: block.text }]
  }
}

/** Each gives a way to make one file; what it needs beforehand is not measured. */
export const SUBJECTS: Readonly<Record<string, () => Promise<() => unknown>>> = {
  ours: async () => {
    const outline = benchOutline()
    const properties = { agreementId: 'bench', version: 1, date: new Date(0) }
    return async () => (await writeWord(outline, properties)).bytes
  },
  'bare docx': async () => {
    const outline = benchOutline()
    const properties = { agreementId: 'bench', version: 1, date: new Date(0) }
    return () => Packer.pack(wordDocument(outline, properties).document, 'uint8array')
  },
  floor: async () => {
    const properties = { agreementId: 'bench', version: 1, date: new Date(0) }
    const parts = unzipSync((await writeWord(benchOutline(), properties)).bytes)
    return () => zipSync(parts, { level: 6 })
  },
  docxtemplater: async () => {
    const packages = createRequire(new URL('peers/docxtemplater/package.json', import.meta.url))
    const Docxtemplater = packages('docxtemplater')
    const PizZip = packages('pizzip')
    const template = await templateFile()
    const sections = plainOf(benchOutline()).map(({ heading, parts }) => ({
      heading,
      parts: parts.map(toLoops),
    }))
    return () => {
      const file = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true })
      file.render({ sections })
      return file.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
    }
  },
}

/** Its free edition repeats rows and no columns: the cells of a row stand in one. */
const toLoops = (part: Plain['parts'][number]) =>
  'text' in part ? part : { hasRows: true, rows: part.rows.map((cells) => ({ line: cells.join(' | ') })) }

function templateFile(): Promise<Uint8Array> {
  const text = (words: string) => new Paragraph({ text: words })
  const row = new TableRow({ children: [new TableCell({ children: [text('{#rows}{line}{/rows}')] })] })
  const children = [
    text('{#sections}'),
    new Paragraph({ style: 'Heading1', text: '{heading}' }),
    text('{#parts}'),
    text('{#text}'),
    text('{text}'),
    text('{/text}'),
    text('{#hasRows}'),
    new Table({ rows: [row] }),
    text('{/hasRows}'),
    text('{/parts}'),
    text('{/sections}'),
  ]
  return Packer.pack(new Document({ sections: [{ children }] }), 'uint8array')
}
