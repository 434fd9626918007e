import type { TablePicture } from '../outline/outline.ts'
import { box, type Drawing, label, type Shape } from './drawing.ts'
import { emsOf } from './letter-widths.ts'
import { COLOURS, type Look } from './look.ts'

type Scores = Extract<TablePicture, { kind: 'scores' }>
type Timeline = Extract<TablePicture, { kind: 'timeline' }>

/** What a picture shows, in words: for who does not see it. */
export function altTextOf(picture: TablePicture): string {
  return `${picture.caption}. ${picture.kind === 'scores' ? scoresInWords(picture) : timelineInWords(picture)}`
}

const scoresInWords = ({ columns, rows }: Scores): string =>
  rows
    .map(({ title, scores }) => {
      const given = columns.flatMap(({ text }, index) =>
        scores[index] === null ? [] : [`${text} ${scores[index]}`],
      )
      return `${title}: ${given.join(', ')}.`
    })
    .join(' ')

const timelineInWords = ({ groups }: Timeline): string =>
  groups
    .map(({ heading, rows }) => {
      const each = rows.map(({ title, text }) => `${title} (${text})`)
      return `${heading}: ${each.join('; ')}.`
    })
    .join(' ')

/** Draws a picture as wide as the text; in several pieces where a page would not hold it. */
export function drawPicture(picture: TablePicture, width: number, look: Look): Drawing[] {
  if (picture.kind === 'scores')
    return piecesOf(picture.rows).map((rows) => drawScores({ ...picture, rows }, width, look))
  return timelinePieces(picture).map((groups) => drawTimeline({ ...picture, groups }, width, look))
}

const MOST_ROWS = 32
function piecesOf<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / MOST_ROWS)
  return Array.from({ length: count }, (_, index) => rows.slice(index * MOST_ROWS, (index + 1) * MOST_ROWS))
}

function timelinePieces({ groups }: Timeline): Timeline['groups'][] {
  const rows = groups.flatMap(({ heading, rows }) => rows.map((row) => ({ heading, row })))
  return piecesOf(rows).map((piece) => {
    const headings = [...new Set(piece.map(({ heading }) => heading))]
    return headings.map((heading) => ({
      heading,
      rows: piece.flatMap((each) => (each.heading === heading ? [each.row] : [])),
    }))
  })
}

const ROW = 330
const SMALL = 160
/** Of a head: bold letters are wider. */
const HEADS = SMALL * 1.12
const GAP = 30
/** From the top of a row to the line of its letters. */
const BASE = 220

function drawScores({ columns, rows }: Scores, width: number, look: Look): Drawing {
  const names = Math.round(width * 0.42)
  const cell = Math.floor((width - names) / columns.length)
  const isUpward = columns.some(({ text }) => emsOf(text) * HEADS > cell - 2 * GAP)
  const longest = Math.max(...columns.map(({ text }) => emsOf(text) * HEADS))
  const head = isUpward ? Math.min(2200, Math.ceil(longest) + 160) : ROW
  const heads = columns.map(({ text }, index) => {
    const x = names + index * cell
    const shown = fitted(text, isUpward ? head - 120 : cell - 2 * GAP)
    return isUpward
      ? label(x + Math.round(cell / 2) + 60, head - 80, shown, { upward: true, bold: true })
      : label(x + Math.round(cell / 2), head - 100, shown, { align: 'middle', bold: true })
  })
  const body = rows.flatMap(({ title, scores }, row): Shape[] => {
    const y = head + row * ROW
    const cells = scores.flatMap((score, column) => scoreCell(score, names + column * cell, y, cell, look))
    return [label(0, y + BASE, fitted(title, names - 160), {}), ...cells]
  })
  return { width, height: head + rows.length * ROW, shapes: [...heads, ...body] }
}

/** Five steps from pale to full; the number stands in it, so that nobody needs the colour. */
function scoreCell(score: number | null, x: number, y: number, width: number, { steps }: Look): Shape[] {
  if (score === null) return [box(x, y, width - GAP, ROW - GAP, 'FFFFFF')]
  const step = steps[Math.min(5, Math.max(1, Math.round(score))) - 1]
  return [
    box(x, y, width - GAP, ROW - GAP, step?.fill ?? 'FFFFFF'),
    label(x + Math.round((width - GAP) / 2), y + BASE, String(score), {
      ...{ align: 'middle', bold: true, size: 170, colour: step?.letters ?? COLOURS.ink },
    }),
  ]
}

const DAY = 86_400_000

function drawTimeline({ groups, from, to }: Timeline, width: number, look: Look): Drawing {
  const names = Math.round(width * 0.5)
  const start = Date.parse(from)
  const length = Math.max(DAY, Date.parse(to) - start)
  const room = width - names - 120
  const at = (day: string) => names + Math.round(((Date.parse(day) - start) / length) * room)
  const count = groups.reduce((sum, { rows }) => sum + 1 + rows.length, 0)
  const height = ROW * (count + 1)
  const shapes = yearLines({ from, to }, { width, height, tint: look.tint }, at)
  let y = ROW
  for (const { heading, rows } of groups) {
    shapes.push(box(0, y, width, ROW - GAP, look.tint))
    shapes.push(
      label(60, y + BASE - 10, fitted(heading, width - 120), { bold: true, colour: look.tableHead }),
    )
    y += ROW
    for (const row of rows) {
      shapes.push(label(60, y + BASE, fitted(row.title, names - 180), {}))
      shapes.push(...moment(row, y, at, { right: width, colour: look.heading }))
      y += ROW
    }
  }
  return { width, height, shapes }
}

/** Room for its number. */
const YEAR = 400

/** A thin line where each year begins, under its number. */
function yearLines(
  { from, to }: Pick<Timeline, 'from' | 'to'>,
  { width, height, tint }: Pick<Drawing, 'width' | 'height'> & Pick<Look, 'tint'>,
  at: (day: string) => number,
): Shape[] {
  const first = Number(from.slice(0, 4))
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index)
  // So many that their numbers would stand on each other: every fifth, or hundredth.
  const step = years.length > 60 ? 100 : years.length > 12 ? 5 : 1
  return years
    .filter((year, index) => index === 0 || year % step === 0)
    .flatMap((year, index) => {
      const x = at(index === 0 ? from : `${String(year).padStart(4, '0')}-01-01`)
      return [
        box(x, ROW - 60, 10, height - ROW + 60, tint),
        label(x, ROW - 110, String(year), {
          ...{ colour: COLOURS.softInk, align: x + YEAR > width ? 'end' : 'start' },
        }),
      ]
    })
}

/** From day to day a bar, else a square on its day; beside it the day in words, on the side where there is room. */
function moment(
  { start, end, text }: Timeline['groups'][number]['rows'][number],
  y: number,
  at: (day: string) => number,
  room: { right: number; colour: string },
): Shape[] {
  const begin = at(start ?? end ?? '')
  const finish = at(end ?? start ?? '')
  const x = Math.min(begin, finish) - (begin === finish ? 70 : 0)
  const width = Math.max(140, Math.abs(finish - begin))
  const isRight = x + width + 80 + emsOf(text) * SMALL <= room.right
  return [
    box(x, y + 90, width, 140, room.colour),
    label(isRight ? x + width + 80 : x - 80, y + BASE, text, {
      ...{ align: isRight ? 'start' : 'end', colour: COLOURS.softInk },
    }),
  ]
}

/** Cut where it is too long for its place; the table beside the picture has it whole. */
function fitted(text: string, width: number): string {
  const line = text.replace(/\s+/g, ' ')
  if (emsOf(line) * SMALL <= width) return line
  let shown = ''
  for (const word of line.split(' ')) {
    const longer = shown === '' ? word : `${shown} ${word}`
    if (emsOf(`${longer}…`) * SMALL > width) break
    shown = longer
  }
  return shown === '' ? `${[...line].slice(0, 12).join('')}…` : `${shown}…`
}
