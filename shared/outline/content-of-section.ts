import type { Block, Inline, InlineMark, PartyEntry, Row, Section, SignatureEntry, Table } from './outline.ts'
import { plainText } from './outline.ts'

/**
 * What of a drawn article its hash covers: the heading, the words with their marks, and the facts and rows with their ids. Not how it looks: numbers,
 * captions, labels and widths.
 */
export function hashedFacts({ heading, content }: Section): unknown {
  return [heading, content.map(factsOfBlock)]
}

function factsOfBlock(block: Block): unknown {
  switch (block.kind) {
    case 'paragraph':
      return ['paragraph', block.style, block.level, block.language ?? null, runs(block.inlines)]
    case 'table':
      return [
        'table',
        block.name,
        block.rows.map(({ kind, recordId, cells }) => [kind, recordId, cells.map(runs)]),
      ]
    case 'list':
      return [
        'list',
        block.name,
        runs(block.heading),
        block.items.map(({ recordId, inlines }) => [recordId, runs(inlines)]),
      ]
    case 'parties':
      return ['parties', block.parties.map(({ partyId, lines }) => [partyId, lines.map(lineFacts)])]
    case 'signatures':
      return ['signatures', block.parties.map(signatureFacts)]
    case 'unknownBlock':
      return ['unknown', block.name]
  }
}

const lineFacts = ({ label, inlines }: PartyEntry['lines'][number]): unknown => [label, runs(inlines)]

const signatureFacts = ({ partyId, signatories }: SignatureEntry): unknown => [
  partyId,
  signatories.map(({ signatoryId, name, position }) => [signatoryId, runs(name), runs(position)]),
]

/** Words with the same marks next to each other are one, however they came to stand in the document. */
function runs(inlines: readonly Inline[]): unknown[] {
  const joined: [kind: string, text: string, marks: readonly InlineMark[], name: string][] = []
  for (const inline of inlines) {
    const [kind, text, marks, name] = runOf(inline)
    const last = joined.at(-1)
    if (kind === 'text' && last?.[0] === 'text' && last[2].join() === marks.join()) last[1] += text
    else joined.push([kind, text, marks, name])
  }
  return joined
}

function runOf(inline: Inline): [kind: string, text: string, marks: readonly InlineMark[], name: string] {
  switch (inline.kind) {
    case 'text':
      return ['text', inline.text, inline.marks, '']
    case 'break':
      return ['break', '', [], '']
    case 'field':
      return ['field', inline.text, inline.marks, inline.name]
    case 'reference':
      return ['reference', inline.text, inline.marks, inline.targetId]
  }
}

/** The same article in lines for people: each paragraph, row or item one, a fact in a row with its label before it. */
export function contentLines({ content }: Section): string[] {
  return content.flatMap(linesOfBlock).filter((line) => line.trim() !== '')
}

function linesOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plainText(block.inlines)]
    case 'table':
      return block.rows.map((row) => rowLine(row, block))
    case 'list':
      return [plainText(block.heading), ...block.items.map(({ inlines }) => plainText(inlines))]
    case 'parties':
      return block.parties.map(({ name, lines }) =>
        said([plainText(name), ...lines.map(({ label, inlines }) => labelled(label, inlines))]),
      )
    case 'signatures':
      return block.parties.flatMap(({ partyName, signatories }) =>
        signatories.map(({ name, position }) => said([partyName, name, position].map(plainText))),
      )
    case 'unknownBlock':
      return [block.text]
  }
}

/** A row of facts has the label of its column before each; a total and a heading are words already. */
function rowLine({ kind, cells }: Row, { columns }: Table): string {
  if (kind !== 'record') return said(cells.map(plainText))
  return said(cells.map((cell, index) => labelled(columns[index]?.label ?? '', cell)))
}

function labelled(label: string, inlines: readonly Inline[]): string {
  const text = plainText(inlines).replaceAll('\n', ', ')
  return text === '' || label === '' ? text : `${label}: ${text}`
}

const said = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('; ')
