import { type Column, plainText, type Table } from '../outline/outline.ts'
import { emsOf } from './letter-widths.ts'

/**
 * Widths of the columns of a table in twentieths of a point, which add up to `textWidth`: by their shares, but none narrower than its longest word, so that
 * no word is cut as long as all of them fit. `size` is that of the letters, in half points.
 */
export function columnWidths(table: Table, textWidth: number, size: number): number[] {
  const shares = table.columns.reduce((sum, { width }) => sum + width, 0) || 1
  const wished = table.columns.map(({ width }) => (textWidth * width) / shares)
  const least = table.columns.map((column, index) =>
    Math.min(textWidth * MOST, leastWidth(column, cellsOf(table, index), size)),
  )
  return wholeTwips(widened(wished, least), textWidth)
}

/** What is longer than this part of the page (an address on the web) breaks all the same. */
const MOST = 0.4
/** Left and right of the words in a cell, with the line beside it. */
const PADDING = 2 * 85 + 20

/** What a column lacks comes from those that have more than they need, each in the measure of what it has over. */
function widened(wished: readonly number[], least: readonly number[]): number[] {
  const spare = wished.map((width, index) => Math.max(0, width - (least[index] ?? 0)))
  const lacking = wished.map((width, index) => Math.max(0, (least[index] ?? 0) - width))
  const have = sum(spare)
  // Where not all fits, each gives all it has over and the words of the others break: a page is no wider.
  const share = have === 0 ? 0 : Math.min(1, sum(lacking) / have)
  const given = sum(lacking) === 0 ? 0 : Math.min(1, have / sum(lacking))
  return wished.map((width, index) => width - (spare[index] ?? 0) * share + (lacking[index] ?? 0) * given)
}

/** The last column takes what is left of rounding. */
function wholeTwips(widths: readonly number[], textWidth: number): number[] {
  const whole = widths.map(Math.floor)
  const rest = textWidth - sum(whole)
  return whole.map((width, index) => (index === whole.length - 1 ? width + rest : width))
}

function cellsOf({ rows }: Table, index: number): string[] {
  return rows.flatMap(({ kind, cells }) => (kind === 'group' ? [] : [plainText(cells[index] ?? [])]))
}

function leastWidth({ label, align }: Column, cells: readonly string[], size: number): number {
  // An amount stands on one line: "€ 1.250,00" is one word here.
  const words = align === 'end' ? cells.flatMap((cell) => cell.split('\n')) : cells.flatMap(wordsOf)
  const widest = Math.max(0, ...words.map(emsOf), ...wordsOf(label).map((word) => emsOf(word) * BOLD))
  return Math.ceil(widest * size * 10) + PADDING
}

/** A line also breaks after a hyphen. */
const wordsOf = (text: string): string[] => text.split(/\s+|(?<=\p{L}-)/u)

/** Bold letters are wider than the plain ones measured below. */
const BOLD = 1.09

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
