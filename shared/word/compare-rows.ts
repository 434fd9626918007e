import { type Change, type Step, stepsInPairs } from '../support/steps.ts'
import type { Side } from './changes-in-xml.ts'
import { type Comparing, changedParagraph, oneSided, paragraphKey, samePart } from './compare-paragraphs.ts'
import { areAlikeWords } from './compare-words.ts'
import { elementIn, elementsIn, node, settingOf, wordsIn, type XmlNode } from './xml-tree.ts'

/** A table as it looks and reads. */
export function tableKey(table: XmlNode): string {
  return [captionOf(table), ...widthsOf(table).keys(), ...rowsIn(table).map(rowKey)].join('\n')
}

/** Whether two tables are one that changed: only when their rows have room for each other. */
export function areAlikeTables(was: XmlNode, now: XmlNode): boolean {
  if (widthsOf(was).length !== widthsOf(now).length) return false
  const isLayout = !hasStyle(was) && !hasStyle(now)
  return isLayout || (hasStyle(was) && hasStyle(now) && captionOf(was) === captionOf(now))
}

/** Two tables that belong together, row by row, in the form of the newer one. */
export function changedTable(was: XmlNode, now: XmlNode, comparing: Comparing): XmlNode {
  const widths = widthsOf(now)
  const found = stepsInPairs(rowsIn(was), rowsIn(now), rowKey, areAlikeRows)
  return withRows(
    now,
    found.flatMap((step) => rowsOf(step, widths, comparing)),
  )
}

/** A table that stands on one side alone: each of its rows came or went. */
export function oneSidedTable(side: Side, table: XmlNode, comparing: Comparing): XmlNode {
  return withRows(
    table,
    rowsIn(table).map((row) => oneSidedRow(side, row, comparing)),
  )
}

export function sameTable(now: XmlNode, comparing: Comparing): XmlNode {
  return withRows(
    now,
    rowsIn(now).map((row) => sameRow(row, comparing)),
  )
}

function rowsOf(
  step: Step<XmlNode> | Change<XmlNode>,
  widths: readonly number[],
  comparing: Comparing,
): XmlNode[] {
  switch (step.state) {
    case 'same':
      return [sameRow(step.now, comparing)]
    case 'gone':
      return [oneSidedRow('gone', inColumns(step.was, widths), comparing)]
    case 'came':
      return [oneSidedRow('came', step.now, comparing)]
    case 'changed':
      return hasSameShape(step.was, step.now)
        ? [changedRow(step.was, step.now, comparing)]
        : [
            oneSidedRow('gone', inColumns(step.was, widths), comparing),
            oneSidedRow('came', step.now, comparing),
          ]
  }
}

const rowsIn = (table: XmlNode): XmlNode[] => elementsIn(table).filter(({ name }) => name === 'w:tr')
const cellsIn = (row: XmlNode): XmlNode[] => elementsIn(row).filter(({ name }) => name === 'w:tc')
const paragraphsIn = (cell: XmlNode): XmlNode[] => elementsIn(cell).filter(({ name }) => name === 'w:p')
const hasStyle = (table: XmlNode): boolean => elementIn(elementIn(table, 'w:tblPr'), 'w:tblStyle') !== null
const captionOf = (table: XmlNode): string =>
  settingOf(elementIn(elementIn(table, 'w:tblPr'), 'w:tblCaption')) ?? ''
const isHead = (row: XmlNode): boolean => elementIn(elementIn(row, 'w:trPr'), 'w:tblHeader') !== null

const widthsOf = (table: XmlNode): number[] =>
  elementsIn(elementIn(table, 'w:tblGrid') ?? node('w:tblGrid')).map(({ attributes }) =>
    Number(attributes['w:w'] ?? 0),
  )

/** Spaces between paragraphs of a cell, and cells of a row, that no text can hold. */
function rowKey(row: XmlNode): string {
  const cells = cellsIn(row).map((cell) => paragraphsIn(cell).map(paragraphKey).join('\u0001'))
  return [String(isHead(row)), ...cells].join('\u0002')
}

const textOf = (cell: XmlNode | undefined): string => (cell === undefined ? '' : wordsIn(cell))

/** Rows with the same first cell are about the same thing, also when every amount in them changed. */
function areAlikeRows(was: XmlNode, now: XmlNode): boolean {
  if (isHead(was) !== isHead(now)) return false
  const [first] = cellsIn(was)
  const [other] = cellsIn(now)
  if (textOf(first) !== '' && textOf(first) === textOf(other)) return true
  return areAlikeWords(cellsIn(was).map(textOf).join(' '), cellsIn(now).map(textOf).join(' '))
}

/** The mark of the last paragraph of a cell can not come or go: both must have as many. */
function hasSameShape(was: XmlNode, now: XmlNode): boolean {
  const shape = (row: XmlNode) => cellsIn(row).map((cell) => paragraphsIn(cell).length)
  return shape(was).join() === shape(now).join()
}

function changedRow(was: XmlNode, now: XmlNode, comparing: Comparing): XmlNode {
  const before = cellsIn(was)
  return inCells(now, (cell, column) => {
    const then = paragraphsIn(before[column] ?? cell)
    return inParagraphs(cell, (paragraph, index) => {
      const other = then[index] ?? paragraph
      return paragraphKey(other) === paragraphKey(paragraph)
        ? samePart(paragraph, comparing)
        : changedParagraph(other, paragraph, comparing)
    })
  })
}

function sameRow(row: XmlNode, comparing: Comparing): XmlNode {
  return inCells(row, (cell) => inParagraphs(cell, (paragraph) => samePart(paragraph, comparing)))
}

function oneSidedRow(side: Side, row: XmlNode, comparing: Comparing): XmlNode {
  const marked = inCells(row, (cell) =>
    inParagraphs(cell, (paragraph) => oneSided(side, paragraph, comparing)),
  )
  const properties = elementIn(row, 'w:trPr')
  const rest = marked.children.filter((child) => child !== properties)
  return { ...marked, children: [comparing.tracker.row(side, properties), ...rest] }
}

function inCells(row: XmlNode, change: (cell: XmlNode, column: number) => XmlNode): XmlNode {
  let column = 0
  return {
    ...row,
    children: row.children.map((child) =>
      typeof child !== 'string' && child.name === 'w:tc' ? change(child, column++) : child,
    ),
  }
}

function inParagraphs(cell: XmlNode, change: (paragraph: XmlNode, index: number) => XmlNode): XmlNode {
  let index = 0
  return {
    ...cell,
    children: cell.children.map((child) =>
      typeof child !== 'string' && child.name === 'w:p' ? change(child, index++) : child,
    ),
  }
}

const withRows = (table: XmlNode, rows: XmlNode[]): XmlNode => ({
  ...table,
  children: [...elementsIn(table).filter(({ name }) => name !== 'w:tr'), ...rows],
})

/** A row of the older table in the columns of the newer one. */
function inColumns(row: XmlNode, widths: readonly number[]): XmlNode {
  let at = 0
  return inCells(row, (cell) => {
    const properties = elementIn(cell, 'w:tcPr')
    const span = Number(settingOf(elementIn(properties, 'w:gridSpan')) ?? 1)
    const width = widths.slice(at, at + span).reduce((sum, each) => sum + each, 0)
    at += span
    if (properties === null) return cell
    const children = properties.children.map((child) =>
      typeof child !== 'string' && child.name === 'w:tcW'
        ? node('w:tcW', { ...child.attributes, 'w:w': String(width) })
        : child,
    )
    const rest = cell.children.filter((child) => child !== properties)
    return { ...cell, children: [{ ...properties, children }, ...rest] }
  })
}
