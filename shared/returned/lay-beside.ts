import { type Change, type Step, stepsInPairs } from '../support/steps.ts'
import { ALIKE, likeness } from '../support/word-diff.ts'
import type { PaperLine } from './paper-lines.ts'
import { factSign, keyOf, type StandingLine } from './standing-lines.ts'

/** A line of the paper, one of the file, or both. */
type Either =
  | { paper: PaperLine; standing: null; key: string }
  | { paper: null; standing: StandingLine; key: string }

/** What became of a line: `paper` is null for one that came, `standing` for one that went. */
export type Laid = { paper: PaperLine | null; standing: StandingLine | null; isSame: boolean }

/**
 * Lays the lines of a returned file beside those that were taken along. Headings that kept their bookmark belong together whatever they say; between them
 * the shortest way from one list to the other counts, and lines that went and came in one place and are alike are one that changed.
 */
export function layBeside(paper: readonly PaperLine[], standing: readonly StandingLine[]): Laid[] {
  const anchors = anchorsOf(paper, standing)
  const ends = [...anchors, { paper: paper.length, standing: standing.length }]
  let from = { paper: 0, standing: 0 }
  return ends.flatMap((end) => {
    const between = laidBetween(
      paper.slice(from.paper, end.paper),
      standing.slice(from.standing, end.standing),
    )
    const [here, there] = [paper[end.paper], standing[end.standing]]
    from = { paper: end.paper + 1, standing: end.standing + 1 }
    return here && there ? [...between, both(here, there)] : between
  })
}

type Anchor = { paper: number; standing: number }

function both(paper: PaperLine, standing: StandingLine): Laid {
  return { paper, standing, isSame: paperKey(paper) === standing.key }
}

/** The longest row of headings that stand in the file in the order in which they were. */
function anchorsOf(paper: readonly PaperLine[], standing: readonly StandingLine[]): Anchor[] {
  const places = new Map<string, number>()
  for (const [index, { found }] of standing.entries())
    for (const name of found.bookmarks) if (!places.has(name)) places.set(name, index)
  const known = paper.flatMap(({ bookmark }, index): Anchor[] => {
    const place = bookmark === null ? undefined : places.get(bookmark)
    return place === undefined ? [] : [{ paper: index, standing: place }]
  })
  return longestRising(known)
}

function longestRising(anchors: readonly Anchor[]): Anchor[] {
  const best = anchors.map(() => ({ length: 1, before: -1 }))
  for (const [index, anchor] of anchors.entries()) {
    for (let earlier = 0; earlier < index; earlier += 1) {
      const length = (best[earlier]?.length ?? 0) + 1
      const rises = (anchors[earlier]?.standing ?? 0) < anchor.standing
      if (rises && length > (best[index]?.length ?? 0)) best[index] = { length, before: earlier }
    }
  }
  const chain: Anchor[] = []
  let at = best.findIndex(({ length }) => length === Math.max(...best.map((each) => each.length)))
  while (at >= 0) {
    const anchor = anchors[at]
    if (anchor) chain.unshift(anchor)
    at = best[at]?.before ?? -1
  }
  return chain
}

function laidBetween(paper: readonly PaperLine[], standing: readonly StandingLine[]): Laid[] {
  const was = paper.map((line): Either => ({ paper: line, standing: null, key: paperKey(line) }))
  const now = standing.map((line): Either => ({ paper: null, standing: line, key: line.key }))
  return stepsInPairs<Either>(was, now, ({ key }) => key, areAlike).map(toLaid)
}

function toLaid(step: Step<Either> | Change<Either>): Laid {
  if (step.state === 'gone') return { paper: step.was.paper, standing: null, isSame: false }
  if (step.state === 'came') return { paper: null, standing: step.now.standing, isSame: false }
  return { paper: step.was.paper, standing: step.now.standing, isSame: step.state === 'same' }
}

/** As `StandingLine.key`. */
export function paperKey({ kind, cells, place }: PaperLine): string {
  if (place.kind !== 'paragraph') return keyOf(kind, cells)
  const { pieces } = place
  const words = pieces.map(({ text, fact }) => (fact === null ? text : factSign(fact)))
  return keyOf(kind, [words.join('')])
}

function areAlike(was: Either, now: Either): boolean {
  const { paper } = was
  const { standing } = now
  if (paper === null || standing === null || paper.kind !== standing.found.kind) return false
  // A paragraph never becomes a heading of its own, and a heading no paragraph.
  if (isHeadingStyle(standing.found.style) !== (paper.place.kind === 'heading')) return false
  return likeness(wordsOf(paper.cells), wordsOf(standing.cells)) >= ALIKE
}

const wordsOf = (cells: readonly string[]): string => cells.join(' ')

/** The style of the heading of an article or annex, in this program's files and in those of others. */
export const isHeadingStyle = (style: string): boolean =>
  style === 'heading1' || style === 'articleheading' || style === 'annexheading'
