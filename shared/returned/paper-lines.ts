import type { Block, Inline, Outline, Section, Table } from '../outline/outline.ts'
import { plainText } from '../outline/outline.ts'
import { maybeFact } from '../word/shown-facts.ts'

/** A stretch of a paragraph: where it stands in the text as an editor counts, and the fact that it shows. */
export type PaperPiece = { text: string; from: number; to: number; fact: string | null }

/** What a line shows of the agreement. */
export type PaperPlace =
  | { kind: 'front' }
  | { kind: 'heading' }
  | { kind: 'paragraph'; index: number; pieces: PaperPiece[] }
  /** `record`: null for heads, groups, totals and the sentence of an empty table. */
  | { kind: 'row'; table: Table; record: string | null; isHead: boolean }
  | { kind: 'item'; list: string; record: string }
  /** Words of the program, or facts that no line by itself can give back. */
  | { kind: 'other' }

/** A line as the Word file has it. */
export type PaperLine = {
  kind: 'paragraph' | 'row'
  cells: string[]
  /** The article or annex; null before the first. */
  section: Section | null
  bookmark: string | null
  place: PaperPlace
}

/**
 * The lines of an outline to work on, as `writeWord` writes them: what a returned file is laid against. A law holds the two together
 * (`tests/laws/returned-word.test.ts`).
 */
export function paperLines(outline: Outline): PaperLine[] {
  const labels = new Set([...outline.sections, ...outline.annexes].map(({ label }) => label.toLowerCase()))
  const named = (sections: readonly Section[], word: string) =>
    sections.flatMap((section, index) => sectionLines(section, `_Ref_${word}_${index + 1}`, labels))
  return [...frontLines(outline), ...named(outline.sections, 'article'), ...named(outline.annexes, 'annex')]
}

function frontLines({ titlePage, title }: Outline): PaperLine[] {
  const { between, parties, facts } = titlePage
  const texts = [
    title,
    ...(parties.length > 0 ? [between] : []),
    ...parties.map(({ name }) => plainText(name)),
    ...facts.map(({ label, value }) => `${label}\t${value}`),
  ]
  return texts.map((text) => line(null, text, { kind: 'front' }))
}

/** Words before a number, in small. */
type Labels = ReadonlySet<string>

function sectionLines(section: Section, bookmark: string, labels: Labels): PaperLine[] {
  return [
    { ...line(section, section.heading, { kind: 'heading' }), bookmark },
    ...section.content.flatMap((block) => blockLines(block, section, labels)),
  ]
}

const OTHER: PaperPlace = { kind: 'other' }

function line(section: Section | null, text: string, place: PaperPlace): PaperLine {
  return { kind: 'paragraph', cells: [text], section, bookmark: null, place }
}

const row = (section: Section, cells: string[], place: PaperPlace): PaperLine => ({
  ...line(section, '', place),
  kind: 'row',
  cells,
})

function blockLines(block: Block, section: Section, labels: Labels): PaperLine[] {
  const other = (text: string) => line(section, text, OTHER)
  switch (block.kind) {
    case 'paragraph': {
      const { written, inlines } = block
      if (!written) return [other(plainText(inlines))]
      const pieces = inlines.flatMap((inline, index) => pieceOf(inline, inlines[index + 1], labels))
      const text = pieces.map((piece) => piece.text).join('')
      return [line(section, text, { kind: 'paragraph', index: written.index, pieces })]
    }
    case 'table':
      return tableLines(block, section)
    case 'list':
      if (block.items.length === 0) return [other(block.emptyText)]
      return [
        ...(block.heading.length > 0 ? [other(plainText(block.heading))] : []),
        ...block.items.map(({ recordId, inlines }) =>
          line(section, plainText(inlines), { kind: 'item', list: block.name, record: recordId }),
        ),
      ]
    case 'parties':
      return block.parties.flatMap((party) => [
        other(plainText(party.name)),
        ...party.lines.map(({ label, inlines }) => other(`${label}\t${plainText(inlines)}`)),
        ...(party.hereafter.length > 0 ? [other(plainText(party.hereafter))] : []),
      ])
    case 'signatures':
      return signatureLines(block, section)
    case 'unknownBlock':
      return [other(block.text)]
  }
}

/** The word before a reference ("Artikel 6") stands in small: it is a part of the field, which programs draw with or without its capital. */
function pieceOf(inline: Inline, next: Inline | undefined, labels: Labels): PaperPiece[] {
  const { written } = inline
  if (!written) return []
  const text = inline.kind === 'break' ? '\n' : inline.text
  const fact = inline.kind === 'field' ? (maybeFact(inline)?.name ?? null) : null
  const drawn = next?.kind === 'reference' ? withSmallLabel(text, labels) : text
  return [{ text: drawn, from: written.from, to: written.to, fact }]
}

const withSmallLabel = (text: string, labels: Labels): string =>
  text.replace(/\p{L}+(?= $)/u, (word) => (labels.has(word.toLowerCase()) ? word.toLowerCase() : word))

function tableLines(table: Table, section: Section): PaperLine[] {
  const caption = table.captionShown ? [line(section, table.caption, OTHER)] : []
  const at = (record: string | null, isHead = false): PaperPlace => ({ kind: 'row', table, record, isHead })
  const head = row(
    section,
    table.columns.map(({ label }) => label),
    at(null, true),
  )
  const drawn = table.picture ? [line(section, table.picture.caption, OTHER)] : []
  if (table.rows.length === 0) return [...caption, head, row(section, [table.emptyText], at(null)), ...drawn]
  const rows = table.rows.map(({ kind, cells, recordId }) => {
    const texts = (kind === 'group' ? cells.slice(0, 1) : cells).map(plainText)
    return row(section, texts, at(kind === 'record' ? recordId : null))
  })
  return [...caption, head, ...rows, ...drawn]
}

type Signatures = Extract<Block, { kind: 'signatures' }>

function signatureLines({ parties }: Signatures, section: Section): PaperLine[] {
  return parties.flatMap(({ partyName, signatories, labels }) => [
    row(section, [plainText(partyName)], OTHER),
    ...signatories.map(({ name, position }) => {
      const lines = [
        `${labels.name}:\t${plainText(name)}`,
        `${labels.position}:\t${plainText(position)}`,
        `${labels.place}:`,
        `${labels.date}:`,
      ]
      return row(section, [lines.join('\n'), labels.signature], OTHER)
    }),
  ])
}
