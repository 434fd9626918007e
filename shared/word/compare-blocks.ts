import { type Change, type Step, steps, stepsInPairs } from '../support/steps.ts'
import type { Side } from './changes-in-xml.ts'
import {
  type Comparing,
  changedParagraph,
  listIn,
  oneSided,
  paragraphKey,
  samePart,
} from './compare-paragraphs.ts'
import { areAlikeTables, changedTable, oneSidedTable, sameTable, tableKey } from './compare-rows.ts'
import { areAlikeWords } from './compare-words.ts'
import { elementIn, elementsIn, node, settingOf, wordsIn, type XmlNode } from './xml-tree.ts'

/** What comes or goes as a whole. A table has the paragraph under it with it: two tables without one between them become one. */
type Block =
  | { kind: 'paragraph'; paragraph: XmlNode }
  | { kind: 'table'; table: XmlNode; after: XmlNode[] }
  /** The newer side has its own picture; that of the older side is not in the file. */
  | { kind: 'picture'; paragraph: XmlNode }
  /** The table of contents with its title, which programs draw. */
  | { kind: 'contents'; parts: XmlNode[] }

/** An article or annex under its bookmark; the front of the paper has none. */
type Part = { name: string; blocks: Block[] }

/** Two texts of a file beside each other: the children of `w:body` without the last, which says how the page is. */
export function compareBlocks(
  was: readonly XmlNode[],
  now: readonly XmlNode[],
  comparing: Comparing,
): XmlNode[] {
  const blocks = steps(partsOf(was), partsOf(now), ({ name }) => name).flatMap((step) => {
    if (step.state === 'same') return comparePart(step.was.blocks, step.now.blocks, comparing)
    const part = step.state === 'gone' ? step.was : step.now
    return part.blocks.flatMap((block) => alone(step.state, block, comparing))
  })
  return withRoom(blocks, comparing)
}

/**
 * A paragraph that comes or goes becomes one with the paragraph behind it. Before a table, and at the end of the file, there is none, and LibreOffice leaves
 * an empty line with a number. So there is one: before a table one that is in neither text, at the end one that is in both. What came and is not taken over
 * keeps its form there: it is said to have had that of an empty line.
 */
function withRoom(blocks: readonly XmlNode[], { tracker }: Comparing): XmlNode[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1]
    const side = sideOf(block)
    if (side === null || (next !== undefined && next.name !== 'w:tbl')) return [block]
    const empty = node('w:pPr', {}, [node('w:pStyle', { 'w:val': 'AfterTable' })])
    const room = node('w:p', {}, [next === undefined ? empty : tracker.neither(empty)])
    const own = elementIn(block, 'w:pPr')
    const rest = block.children.filter((child) => child !== own)
    return side === 'gone'
      ? [block, room]
      : [{ ...block, children: [tracker.form(own, empty), ...rest] }, room]
  })
}

function sideOf(block: XmlNode): Side | null {
  const mark = elementIn(elementIn(block, 'w:pPr'), 'w:rPr')
  if (elementIn(mark, 'w:ins') !== null) return 'came'
  return elementIn(mark, 'w:del') === null ? null : 'gone'
}

function partsOf(body: readonly XmlNode[]): Part[] {
  const parts: Part[] = [{ name: '', blocks: [] }]
  for (const block of blocksOf(body)) {
    const name = block.kind === 'paragraph' ? bookmarkOf(block.paragraph) : null
    if (name !== null) parts.push({ name, blocks: [] })
    parts.at(-1)?.blocks.push(block)
  }
  return parts
}

const bookmarkOf = (paragraph: XmlNode): string | null =>
  elementIn(paragraph, 'w:bookmarkStart')?.attributes['w:name'] ?? null
const styleOf = (paragraph: XmlNode | undefined): string | null =>
  settingOf(elementIn(elementIn(paragraph ?? null, 'w:pPr'), 'w:pStyle'))

function blocksOf(body: readonly XmlNode[]): Block[] {
  const blocks: Block[] = []
  for (const child of body) {
    const last = blocks.at(-1)
    const style = styleOf(child)
    if (child.name === 'w:tbl') blocks.push({ kind: 'table', table: child, after: [] })
    else if (style === 'AfterTable' && last?.kind === 'table') last.after.push(child)
    else if (style === 'TOCHeading') blocks.push({ kind: 'contents', parts: [child] })
    else if (child.name === 'w:sdt' && last?.kind === 'contents') last.parts.push(child)
    else if (style === 'Picture') blocks.push({ kind: 'picture', paragraph: child })
    else blocks.push({ kind: 'paragraph', paragraph: child })
  }
  return blocks
}

function keyOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphKey(block.paragraph)
    case 'table':
      return `table ${tableKey(block.table)}`
    case 'picture':
    case 'contents':
      return block.kind
  }
}

function areAlike(was: Block, now: Block): boolean {
  if (was.kind === 'table') return now.kind === 'table' && areAlikeTables(was.table, now.table)
  if (was.kind !== 'paragraph' || now.kind !== 'paragraph') return false
  if (bookmarkOf(was.paragraph) !== null || bookmarkOf(now.paragraph) !== null)
    return bookmarkOf(was.paragraph) === bookmarkOf(now.paragraph)
  return areAlikeWords(wordsIn(was.paragraph), wordsIn(now.paragraph))
}

function comparePart(was: readonly Block[], now: readonly Block[], comparing: Comparing): XmlNode[] {
  const found = stepsInPairs(was, now, keyOf, areAlike)
  const inThisPart = { ...comparing, listOf: listsBeside(found, comparing.listOf) }
  return found.flatMap((step) => toldOf(step, inThisPart))
}

function toldOf(step: Step<Block> | Change<Block>, comparing: Comparing): XmlNode[] {
  switch (step.state) {
    case 'same':
      return same(step.now, comparing)
    case 'gone':
      return alone('gone', step.was, comparing)
    case 'came':
      return alone('came', step.now, comparing)
    case 'changed':
      return changed(step.was, step.now, comparing)
  }
}

/** An item that went counts on in the list that its neighbours are in now. */
function listsBeside(
  found: readonly (Step<Block> | Change<Block>)[],
  otherwise: Comparing['listOf'],
): Comparing['listOf'] {
  const known = new Map<string, string>()
  for (const step of found) {
    if (step.state !== 'same' && step.state !== 'changed') continue
    if (step.was.kind !== 'paragraph' || step.now.kind !== 'paragraph') continue
    const [older, newer] = [listIn(step.was.paragraph), listIn(step.now.paragraph)]
    if (older !== null && newer !== null && !known.has(older)) known.set(older, newer)
  }
  return (older) => known.get(older) ?? otherwise(older)
}

function same(now: Block, comparing: Comparing): XmlNode[] {
  switch (now.kind) {
    case 'paragraph':
      return [samePart(now.paragraph, comparing)]
    case 'table':
      return [sameTable(now.table, comparing), ...now.after]
    case 'picture':
      return [now.paragraph]
    case 'contents':
      return now.parts
  }
}

function alone(side: Side, block: Block, comparing: Comparing): XmlNode[] {
  switch (block.kind) {
    case 'paragraph':
      // The end of a part of the file (its page, its header) is the newer side's.
      return side === 'came' && endsPart(block.paragraph)
        ? [samePart(block.paragraph, comparing)]
        : [oneSided(side, block.paragraph, comparing)]
    case 'table':
      return [
        oneSidedTable(side, block.table, comparing),
        ...block.after.map((paragraph) => oneSided(side, paragraph, comparing)),
      ]
    case 'picture':
      return side === 'gone' ? [] : [oneSided(side, block.paragraph, comparing)]
    case 'contents':
      return side === 'gone' ? [] : block.parts
  }
}

const endsPart = (paragraph: XmlNode): boolean =>
  elementIn(elementIn(paragraph, 'w:pPr'), 'w:sectPr') !== null

function changed(was: Block, now: Block, comparing: Comparing): XmlNode[] {
  if (was.kind === 'table' && now.kind === 'table')
    return [changedTable(was.table, now.table, comparing), ...now.after]
  if (was.kind === 'paragraph' && now.kind === 'paragraph')
    return [changedParagraph(was.paragraph, now.paragraph, comparing)]
  return [...alone('gone', was, comparing), ...alone('came', now, comparing)]
}

/** The children of the text of a file, and what its last says of the page. */
export function bodyOf(document: XmlNode): { blocks: XmlNode[]; page: XmlNode[] } {
  const all = elementsIn(elementIn(document, 'w:body') ?? document)
  return {
    blocks: all.filter(({ name }) => name !== 'w:sectPr'),
    page: all.filter(({ name }) => name === 'w:sectPr'),
  }
}
