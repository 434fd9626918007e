import type { AgreementBody } from '../agreement/agreement.ts'
import type { ReturnedChange } from '../agreement/returned-change.ts'
import { formWords } from '../outline/form-outline.ts'
import type { Section } from '../outline/outline.ts'
import type { PaperCatalog } from '../outline/paper-catalog.ts'
import { isRowFact, shownFacts } from '../word/shown-facts.ts'
import { commentChanges } from './comment-changes.ts'
import { type DraftChange, draftAt, named, type Spot } from './draft-change.ts'
import { factChanges } from './fact-changes.ts'
import { type LaidAgreement, layAgreement } from './laid-agreement.ts'
import { isHeadingStyle, type Laid, layBeside } from './lay-beside.ts'
import { type PaperLine, paperLines } from './paper-lines.ts'
import {
  addedArticle,
  addedParagraph,
  headingChange,
  paragraphChange,
  removedArticle,
  removedParagraph,
  takers,
} from './paragraph-changes.ts'
import type { FoundPiece, ReturnedWordFile } from './returned-word-file.ts'
import { addedRow, itemCells, removedRow, rowChanges, rowText } from './row-changes.ts'
import {
  distinct,
  type Shown,
  type ShownReference,
  type StandingLine,
  standingLines,
  type TakenOut,
} from './standing-lines.ts'

/**
 * What a returned file says otherwise than what was taken along, laid beside the agreement as it is now, in the order of the paper; facts come after the
 * text, then what is said about it. Nothing that changed is left out: what can not be taken over by itself is a remark.
 */
export function findChanges(
  file: ReturnedWordFile,
  now: AgreementBody,
  catalog: PaperCatalog,
): ReturnedChange[] {
  const laid = layAgreement(file.snapshot, now, catalog)
  const shown = shownIn(laid)
  const paper = paperLines(laid.outline).filter(isPrinted)
  const { lines, taken } = standingLines(file, shown)
  const finding: Finding = { laid, shown, taken, steps: layBeside(paper, lines), tables: new Map() }
  noteTables(finding)
  const facts = factChanges(file, laid, piecesThatCame(finding))
  return named([...textChanges(finding), ...facts, ...commentChanges(file, laid)])
}

/** A row or item that somebody copied brings the controls of the one that it was copied from: what it says is no answer to their facts. */
function piecesThatCame({ steps }: Finding): Set<FoundPiece> {
  const came = steps.flatMap(({ paper, standing }) => (paper === null && standing ? [standing] : []))
  return new Set(came.flatMap(({ found }) => found.cells.flat()).filter(({ fact }) => isRowFact(fact ?? '')))
}

function shownIn({ outline, catalog }: LaidAgreement): Shown {
  const named = (sections: readonly Section[], word: string) =>
    sections.map(({ label, number, heading }, index) => {
      const target: ShownReference = number === null ? { label: '', text: heading } : { label, text: number }
      return [`_Ref_${word}_${index + 1}`, target] as const
    })
  return {
    facts: new Map(shownFacts(outline).map((fact) => [fact.name, fact.shown])),
    blanks: new Set(formWords(catalog)),
    references: new Map([...named(outline.sections, 'article'), ...named(outline.annexes, 'annex')]),
  }
}

const isPrinted = ({ kind, cells }: PaperLine): boolean =>
  kind === 'row' || cells.some((text) => text.trim() !== '')

type Finding = {
  laid: LaidAgreement
  shown: Shown
  taken: readonly TakenOut[]
  steps: readonly Laid[]
  /** Which table of the paper a table of the file is, by its number. */
  tables: Map<number, Row>
}

type Row = Extract<PaperLine['place'], { kind: 'row' }>

function noteTables({ steps, tables }: Finding): void {
  for (const { paper, standing } of steps)
    if (paper?.place.kind === 'row' && standing && !tables.has(standing.found.table))
      tables.set(standing.found.table, paper.place)
}

function textChanges(finding: Finding): DraftChange[] {
  const changes: DraftChange[] = []
  const { steps } = finding
  let last = null as PaperLine | null
  for (let at = 0; at < steps.length; at += 1) {
    const { paper = null, standing = null, isSame } = steps[at] ?? { isSame: true }
    if (paper !== null && standing === null && paper.place.kind === 'heading') {
      const end = endOfArticle(steps, at)
      changes.push(...goneArticle(steps.slice(at, end), finding))
      if (isWholly(steps.slice(at, end))) at = end - 1
      continue
    }
    if (paper !== null) {
      if (!isSame) changes.push(...(standing ? changed(paper, standing, finding) : gone(paper, finding)))
      // What went is no place to come after, except that its article is where we are.
      last = standing !== null || last?.section !== paper.section ? paper : last
    } else if (standing && isHeadingStyle(standing.found.style)) {
      const end = endOfNew(steps, at)
      changes.push(newArticle(steps.slice(at, end), last, finding))
      at = end - 1
    } else if (standing) changes.push(...came(standing, last, steps.slice(at), finding))
  }
  return changes
}

function spotAt(line: PaperLine | null, hands: Spot['hands'], { laid }: Finding): Spot {
  return { section: line?.section ?? null, hands: distinct(hands), laid }
}

function changed(paper: PaperLine, standing: StandingLine, finding: Finding): DraftChange[] {
  const { place } = paper
  const spot = spotAt(paper, standing.hands, finding)
  const [was, file] = [paper.cells.join('\n'), standing.cells.join('\n')]
  switch (place.kind) {
    case 'heading':
      return [headingChange(paper, file, spot)]
    case 'paragraph':
      return [paragraphChange(place, file, spot, finding.shown.facts)]
    case 'row':
      return place.record === null
        ? [draftAt(spot, { was: rowText(paper.cells), file: rowText(standing.cells) })]
        : rowChanges(place.table.name, place.record, { was: paper.cells, file: standing.cells }, spot)
    case 'item': {
      const [before, after] = [was, file].map((text) => itemCells(place.list, text, finding.laid))
      if (!before || !after) return [draftAt(spot, { was, file })]
      return rowChanges(place.list, place.record, { was: before, file: after }, spot)
    }
    case 'front':
    case 'other':
      return [draftAt(spot, { was, file })]
  }
}

function gone(paper: PaperLine, finding: Finding): DraftChange[] {
  const { place, cells } = paper
  const was = cells.join('\n')
  const spot = spotAt(paper, takers(was, finding.taken), finding)
  switch (place.kind) {
    case 'paragraph':
      return [removedParagraph(place, spot)]
    case 'row':
      // That a table is empty is said by the program: whoever fills in a row takes it out.
      if (!place.isHead && place.table.rows.length === 0) return []
      return place.record === null
        ? [draftAt(spot, { was: rowText(cells), file: null })]
        : [removedRow(place.table.name, place.record, cells, spot)]
    case 'item':
      return [removedRow(place.list, place.record, cells, spot)]
    default:
      return [draftAt(spot, { was, file: null })]
  }
}

function came(
  standing: StandingLine,
  last: PaperLine | null,
  rest: readonly Laid[],
  finding: Finding,
): DraftChange[] {
  const spot = spotAt(last, standing.hands, finding)
  if (standing.found.kind === 'row') {
    const table = finding.tables.get(standing.found.table)
    return addedRow(table?.table.name ?? '', standing.said, spot)
  }
  const list = last?.place.kind === 'item' ? last.place.list : null
  const cells = list === null ? null : itemCells(list, standing.said.join('\n'), finding.laid)
  if (list !== null && cells !== null) return addedRow(list, cells, spot)
  if (last === null || last.place.kind === 'front')
    return [draftAt(spot, { was: null, file: standing.cells.join('\n') })]
  return [addedParagraph(standing, { index: indexBefore(last, rest, finding.laid) }, spot)]
}

/** The index of what stands before a place: of a paragraph its own; a table has the one before that of the next paragraph. */
function indexBefore(last: PaperLine, rest: readonly Laid[], laid: LaidAgreement): number | null {
  if (last.place.kind === 'paragraph') return last.place.index
  const next = rest.find(({ paper }) => paper !== null && paper.place.kind === 'paragraph')?.paper
  if (next?.section === last.section && next?.place.kind === 'paragraph')
    return next.place.index === 0 ? null : next.place.index - 1
  const length = laid.textBefore(last.section?.id ?? '')?.content.length ?? 0
  return last.place.kind === 'heading' || length === 0 ? null : length - 1
}

/** Up to where lines belong to the article whose heading went. */
function endOfArticle(steps: readonly Laid[], from: number): number {
  const section = steps[from]?.paper?.section
  const end = steps.findIndex(
    ({ paper }, index) => index > from && paper !== null && paper.section !== section,
  )
  return end < 0 ? steps.length : end
}

const isWholly = (steps: readonly Laid[]): boolean => steps.every(({ standing }) => standing === null)

/** An article that went, or a heading that did while its text is still there. */
function goneArticle(steps: readonly Laid[], finding: Finding): DraftChange[] {
  const [first] = steps
  if (!first?.paper) return []
  const lines = isWholly(steps) ? steps : [first]
  const text = lines.flatMap(({ paper }) => (paper ? [rowText(paper.cells)] : [])).join('\n')
  const spot = spotAt(first.paper, takers(text, finding.taken), finding)
  return isWholly(steps)
    ? [removedArticle(first.paper, spot, text)]
    : [draftAt(spot, { was: text, file: null })]
}

/** Up to where lines came under a heading that came. */
function endOfNew(steps: readonly Laid[], from: number): number {
  const end = steps.findIndex(
    ({ paper, standing }, index) =>
      index > from && (paper !== null || (standing !== null && isHeadingStyle(standing.found.style))),
  )
  return end < 0 ? steps.length : end
}

function newArticle(steps: readonly Laid[], last: PaperLine | null, finding: Finding): DraftChange {
  const lines = steps.flatMap(({ standing }) => (standing ? [standing] : []))
  const [heading, ...texts] = lines.map(({ cells }) => rowText(cells))
  const spot = {
    ...spotAt(
      null,
      lines.flatMap(({ hands }) => hands),
      finding,
    ),
  }
  const isArticle = finding.laid.base.articles.some(({ id }) => id === last?.section?.id)
  return addedArticle(heading ?? '', texts, isArticle ? (last?.section?.id ?? null) : null, spot)
}
