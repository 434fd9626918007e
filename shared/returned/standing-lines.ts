import type { Hand } from '../agreement/returned-change.ts'
import type { KnownRemark } from '../word/carried-data.ts'
import { isRowFact } from '../word/shown-facts.ts'
import type { FoundLine, FoundPiece, ReturnedWordFile } from './returned-word-file.ts'

/** A line of the file as it reads when what was tracked in it is accepted; what was proposed here already counts as it did: not yet. */
export type StandingLine = {
  found: FoundLine
  cells: string[]
  /** The same with what the controls say now: what a line that came says by itself. */
  said: string[]
  /** The same with every fact in a control by its name, so that a fact that was filled in leaves a sentence the same. */
  key: string
  /** Who changed something in it with tracking on. */
  hands: Hand[]
}

/** Words that were taken out with tracking on, by whom: so that a line that went knows who took it. */
export type TakenOut = { text: string; hand: Hand }

export type StandingText = { lines: StandingLine[]; taken: TakenOut[] }

/** What a file showed when it was taken along, where programs draw or ask anew: facts in controls by name, numbers of articles by bookmark. */
export type Shown = {
  facts: ReadonlyMap<string, string>
  references: ReadonlyMap<string, ShownReference>
  /** What stands in the cells of a form where nobody filled in anything. */
  blanks: ReadonlySet<string>
}
/** A number ("6") with its word ("Artikel"), or a heading that has no number. */
export type ShownReference = { label: string; text: string }

/**
 * The lines of a returned file to lay beside those of the paper. Empty lines and the contents are left out. A control and a
 * reference count as what they showed when the file was taken along, whatever they say now.
 */
export function standingLines({ lines, known }: ReturnedWordFile, shown: Shown): StandingText {
  const isKnown = knowing(known, 'change')
  const taken = lines.flatMap((line) => takenFrom(line, isKnown))
  const standing = joined(lines, isKnown).flatMap((line) => {
    const text = standingLine(line, isKnown, shown)
    return isLeftOut(text, shown) ? [] : [text]
  })
  return { lines: standing, taken }
}

/** Whether somebody said or proposed something here before the file was taken along: by name and moment, to the second. */
export function knowing(known: readonly KnownRemark[], kind: KnownRemark['kind']): (hand: Hand) => boolean {
  const sign = (author: string, at: string | null) => `${author}\n${(at ?? '').slice(0, 19)}`
  const signs = new Set(known.flatMap((each) => (each.kind === kind ? [sign(each.author, each.at)] : [])))
  return ({ author, at }) => signs.has(sign(author, at))
}

type IsKnown = (hand: Hand) => boolean

function stands({ inserted, deleted }: FoundPiece, isKnown: IsKnown): boolean {
  if (inserted !== null && isKnown(inserted)) return false
  return deleted === null || isKnown(deleted)
}

function takenFrom({ cells }: FoundLine, isKnown: IsKnown): TakenOut[] {
  return cells
    .flat()
    .flatMap(({ text, deleted }) => (deleted && !isKnown(deleted) ? [{ text, hand: deleted }] : []))
}

/** A paragraph whose end was taken out goes on in the next one (ECMA-376 part 1, 17.13.5.15). */
function joined(lines: readonly FoundLine[], isKnown: IsKnown): FoundLine[] {
  const result: FoundLine[] = []
  for (const line of lines) {
    const before = result.at(-1)
    const goesOn = before?.kind === 'paragraph' && line.kind === 'paragraph' && before.table === line.table
    if (!before || !goesOn || before.deleted === null || isKnown(before.deleted)) result.push(line)
    else result[result.length - 1] = asOne(before, line, isKnown)
  }
  return result
}

/** Of a paragraph of which nothing is left, nothing but its words that went is left: the next one stays what it is. */
function asOne(one: FoundLine, next: FoundLine, isKnown: IsKnown): FoundLine {
  const isEmpty = one.cells.flat().every((piece) => !stands(piece, isKnown))
  const cells = [isEmpty ? next.cells.flat() : [...one.cells.flat(), ...next.cells.flat()]]
  const bookmarks = [...(isEmpty ? [] : one.bookmarks), ...next.bookmarks]
  return {
    ...(isEmpty ? next : one),
    ...{ cells, bookmarks },
    deleted: next.deleted,
    quotes: [...one.quotes, ...next.quotes],
  }
}

function standingLine(found: FoundLine, isKnown: IsKnown, shown: Shown): StandingLine {
  const cells = found.cells.map((cell) => cell.filter((piece) => stands(piece, isKnown)))
  const filled = (text: string) => (found.kind === 'row' && shown.blanks.has(text.trim()) ? '' : text)
  const asShown = cells.map((cell) => filled(drawn(cell, shown, (fact) => shown.facts.get(fact))))
  const said = cells.map((cell) => filled(drawn(cell, shown, () => undefined)))
  const signOf = (fact: string) => (isRowFact(fact) ? shown.facts.get(fact) : factSign(fact))
  const key = cells.map((cell) =>
    filled(drawn(cell, shown, (fact) => (shown.facts.has(fact) ? signOf(fact) : undefined))),
  )
  return { found, cells: asShown, said, key: keyOf(found.kind, key), hands: handsIn(found, isKnown) }
}

/** The text of a cell; a control or reference that is made of several pieces is one. */
function drawn(
  pieces: readonly FoundPiece[],
  { references }: Shown,
  showFact: (fact: string) => string | undefined,
): string {
  return pieces
    .map(({ fact, reference, text, unit }, index) => {
      const isMore = unit !== 0 && pieces[index - 1]?.unit === unit
      const target = reference === null ? undefined : references.get(reference)
      if (target !== undefined) return isMore ? '' : asDrawn(text, target)
      const said = fact === null ? undefined : showFact(fact)
      if (said === undefined) return text
      return isMore ? '' : said
    })
    .join('')
}

/** A reference as it was, with its word in small where it has that: programs draw it with or without a capital. */
function asDrawn(drawnNow: string, { label, text }: ShownReference): string {
  const word = label.toLowerCase()
  return word !== '' && drawnNow.toLowerCase().startsWith(`${word} `) ? `${word} ${text}` : text
}

/** A sign that no text has. */
export const factSign = (fact: string): string => `\u{F0000}${fact}\u{F0000}`

/** By what two lines are the same; white space is laid out differently by every program. */
export function keyOf(kind: FoundLine['kind'], cells: readonly string[]): string {
  return `${kind}|${cells.map(squeezed).join('\u241f')}`
}

export const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

function handsIn({ cells, inserted, deleted }: FoundLine, isKnown: IsKnown): Hand[] {
  const pieces = cells.flat().flatMap((piece) => [piece.inserted, piece.deleted])
  return distinct([...pieces, inserted, deleted].flatMap((hand) => (hand && !isKnown(hand) ? [hand] : [])))
}

/** Each hand once, the first time it comes; of one person at several moments the first. */
export function distinct(hands: readonly Hand[]): Hand[] {
  return [...new Map([...hands].reverse().map((hand) => [hand.author, hand])).values()].reverse().slice(0, 20)
}

function isLeftOut({ found, cells }: StandingLine, { blanks }: Shown): boolean {
  if (/^(toc|contents|formguidance)/.test(found.style) || found.style === 'draftmark') return true
  if (found.kind === 'row') return found.deleted !== null || isBlankRow({ found, cells }, blanks)
  return cells.every((text) => text.trim() === '')
}

/** A row of a form in which nobody filled in anything. */
function isBlankRow(
  { found, cells }: Pick<StandingLine, 'found' | 'cells'>,
  blanks: Shown['blanks'],
): boolean {
  if (cells.some((text) => text.trim() !== '')) return false
  return found.cells.some((cell) =>
    blanks.has(
      cell
        .map(({ text }) => text)
        .join('')
        .trim(),
    ),
  )
}
