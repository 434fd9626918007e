import { steps } from '../support/steps.ts'
import { changesTogether, type DiffPart } from '../support/word-diff.ts'
import type { Side, Tracker } from './changes-in-xml.ts'
import { asWords, type Paragraph, type Piece, takeApart, toRuns } from './pieces.ts'
import { asText, elementIn, node, settingOf, type XmlChild, type XmlNode } from './xml-tree.ts'

/** What the paragraphs of a comparison have in common. */
export type Comparing = {
  tracker: Tracker
  /** Number of a list in the older file → its number in the comparison; asked for what is not there, it is made. */
  listOf: (older: string) => string
  /** Every bookmark that stands in the comparison already, with its number. */
  bookmarks: Map<string, number>
}

/** A paragraph as it looks and reads: equal for two that are the same to who reads them. */
export function paragraphKey(paragraph: XmlNode): string {
  const { properties, pieces } = takeApart(paragraph)
  return `${formOf(properties)}\n${pieces.map(({ key }) => key).join('')}`
}

/** Puts a paragraph that is the same on both sides in the comparison, as the newer side has it. */
export function samePart(now: XmlNode, comparing: Comparing): XmlNode {
  const { properties, pieces, bookmark } = takeApart(now)
  return paragraphOf(properties, toRuns(pieces), bookmark, comparing)
}

/** A paragraph that stands on one side alone, with its mark. */
export function oneSided(side: Side, paragraph: XmlNode, comparing: Comparing): XmlNode {
  const { properties, pieces, bookmark } = takeApart(paragraph)
  const { tracker } = comparing
  const own = side === 'gone' ? inOlderLists(properties, comparing) : properties
  const runs = tracker.runs(side, toRuns(side === 'gone' ? asWords(pieces) : pieces))
  return paragraphOf(tracker.paragraph(side, own), runs, bookmark, comparing)
}

/** Two paragraphs that belong together, word by word. */
export function changedParagraph(was: XmlNode, now: XmlNode, comparing: Comparing): XmlNode {
  const [then, here] = [takeApart(was), takeApart(now)]
  const { tracker } = comparing
  const isOther = formOf(then.properties) !== formOf(here.properties)
  const properties = isOther
    ? tracker.form(here.properties, inOlderLists(then.properties, comparing))
    : here.properties
  return paragraphOf(properties, changedRuns(then.pieces, here.pieces, tracker), here.bookmark, comparing)
}

type Told = DiffPart & { piece: Piece }

function changedRuns(was: readonly Piece[], now: readonly Piece[], tracker: Tracker): XmlNode[] {
  const told = steps(was, now, ({ key }) => key).map((step): Told => {
    const piece = step.state === 'gone' ? step.was : step.now
    return { state: step.state, text: piece.text, piece }
  })
  const runs: XmlNode[] = []
  let group: Told[] = []
  const flush = () => {
    const pieces = group.map(({ piece }) => piece)
    const state = group[0]?.state ?? 'same'
    if (state === 'same') runs.push(...toRuns(pieces))
    else runs.push(...tracker.runs(state, toRuns(state === 'gone' ? asWords(pieces) : pieces)))
    group = []
  }
  for (const part of changesTogether(told)) {
    if (group.length > 0 && group[0]?.state !== part.state) flush()
    group.push(part)
  }
  flush()
  return runs
}

function paragraphOf(
  properties: Paragraph['properties'],
  runs: XmlNode[],
  bookmark: string | null,
  { bookmarks }: Comparing,
): XmlNode {
  const own = properties === null ? [] : [properties]
  if (bookmark === null || bookmarks.has(bookmark)) return node('w:p', {}, [...own, ...runs])
  const id = bookmarks.size + 1
  bookmarks.set(bookmark, id)
  const start = node('w:bookmarkStart', { 'w:name': bookmark, 'w:id': String(id) })
  const end = node('w:bookmarkEnd', { 'w:id': String(id) })
  return node('w:p', {}, [...own, start, ...runs, end])
}

/** How a page is laid out is the newer side's; which list it is in is no form, only that it is in one. */
const NO_FORM = ['w:keepNext', 'w:pageBreakBefore', 'w:sectPr', 'w:rPr']

function formOf(properties: XmlNode | null): string {
  const shown = (properties?.children ?? []).filter(
    (child) => typeof child !== 'string' && !NO_FORM.includes(child.name),
  )
  return shown
    .map(asText)
    .join('')
    .replace(/<w:numId [^>]*>/g, '')
}

/** The number of the list that a paragraph is in; null where its style says that, or it is in none. */
export function listIn(paragraph: XmlNode): string | null {
  return settingOf(elementIn(elementIn(elementIn(paragraph, 'w:pPr'), 'w:numPr'), 'w:numId'))
}

/** What went does not begin a page or a part of the file. */
function inOlderLists(properties: XmlNode | null, comparing: Comparing): XmlNode | null {
  if (properties === null) return null
  const renamed = (child: XmlChild): XmlChild => {
    if (typeof child === 'string') return child
    if (child.name === 'w:numId') {
      return node('w:numId', { 'w:val': comparing.listOf(settingOf(child) ?? '0') })
    }
    return { ...child, children: child.children.map(renamed) }
  }
  const kept = properties.children.filter(
    (child) => typeof child === 'string' || !['w:sectPr', 'w:pageBreakBefore'].includes(child.name),
  )
  return { ...properties, children: kept.map(renamed) }
}
