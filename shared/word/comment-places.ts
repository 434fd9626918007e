import { BLOCKS, clusterOfBlock, isFixedBlockName } from '../agreement/block-names.ts'
import { isPlaceholderName, PLACEHOLDERS } from '../agreement/placeholders.ts'
import type { Block, Outline, Section } from '../outline/outline.ts'

/** A place in a text: the index of its paragraph, and how far in it, counted as an editor counts. */
export type Spot = { index: number; offset: number }

/** What a comment is about. Ids of articles and annexes, of records, of suggestions; addresses as `purpose.area`. */
export type CommentPlace =
  | { kind: 'passage'; sectionId: string; from: Spot; to: Spot }
  | { kind: 'section'; sectionId: string }
  | { kind: 'fact'; address: string }
  /** `field`: one cell of the row; null for the whole row. */
  | { kind: 'row'; list: string; recordId: string; field: string | null }
  | { kind: 'suggestion'; id: string }
  | { kind: 'whole' }
  /** Nothing of it is left; null when its article is not there either. */
  | { kind: 'gone'; sectionId: string | null }

/** Where a range of comments begins or ends in a paragraph. */
export type Point = { offset: number; side: 'start' | 'end'; thread: number }

/** Where each comment stands on paper, by the part of the outline that it is about. */
export type Places = {
  /** A heading, a row, a cell, an item, a party, the title: the indexes of the threads about all of it. */
  around: ReadonlyMap<object, readonly number[]>
  within: ReadonlyMap<object, readonly Point[]>
  /** Those whose words are not on paper (any more): they stand at the heading of their article, or at the title. */
  elsewhere: ReadonlySet<number>
}

/** Finds the place of every comment in an outline to work on. A place that is not there becomes the nearest heading: nothing is left out. */
export function placesOf(outline: Outline, wanted: readonly CommentPlace[]): Places {
  const around = new Map<object, number[]>()
  const within = new Map<object, Point[]>()
  const elsewhere = new Set<number>()
  const index = indexOf(outline)
  for (const [thread, place] of wanted.entries()) {
    const found = find(place, index)
    for (const { block, ...point } of found.points) add(within, block, { ...point, thread })
    if (found.points.length > 0) continue
    add(around, found.what ?? outline.titlePage, thread)
    if (!found.isThere) elsewhere.add(thread)
  }
  return { around, within, elsewhere }
}

function add<Value>(map: Map<object, Value[]>, key: object, value: Value): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

type ParagraphBlock = Extract<Block, { kind: 'paragraph' }>
type FoundPoint = Omit<Point, 'thread'> & { block: ParagraphBlock }
type Found = { points: FoundPoint[]; what: object | null; isThere: boolean }

type Index = {
  sections: ReadonlyMap<string, Section>
  /** The first place where a fact, a record or a suggestion is shown. */
  facts: ReadonlyMap<string, FoundPoint[]>
  records: ReadonlyMap<string, object>
  suggestions: ReadonlyMap<string, FoundPoint[]>
  /** The first article that shows a list. */
  lists: ReadonlyMap<string, Section>
}

function indexOf({ sections, annexes }: Outline): Index {
  const all = [...sections, ...annexes]
  const index = {
    sections: new Map(all.map((section) => [section.id, section])),
    facts: new Map<string, FoundPoint[]>(),
    records: new Map<string, object>(),
    suggestions: new Map<string, FoundPoint[]>(),
    lists: new Map<string, Section>(),
  }
  for (const section of all) {
    for (const block of section.content) {
      if (block.kind === 'paragraph') notePieces(block, index)
      else noteRecords(block, section, index)
    }
  }
  return index
}

function notePieces(
  block: ParagraphBlock,
  { facts, suggestions }: Pick<Noting, 'facts' | 'suggestions'>,
): void {
  for (const inline of block.inlines) {
    if (inline.written === undefined) continue
    const { from, to, insertion, deletion } = inline.written
    const points: FoundPoint[] = [
      { block, offset: from, side: 'start' },
      { block, offset: to, side: 'end' },
    ]
    if (inline.kind === 'field' && isPlaceholderName(inline.name)) {
      const { target } = PLACEHOLDERS[inline.name]
      if (!facts.has(target)) facts.set(target, points)
    }
    for (const id of [insertion, deletion])
      if (id !== null && !suggestions.has(id)) suggestions.set(id, points)
  }
}

type Noting = {
  facts: Map<string, FoundPoint[]>
  suggestions: Map<string, FoundPoint[]>
  records: Map<string, object>
  lists: Map<string, Section>
}

const recordKey = (list: string, id: string, field = '') => `${list} ${id} ${field}`

function noteRecords(
  block: Exclude<Block, ParagraphBlock>,
  section: Section,
  { records, lists }: Pick<Noting, 'records' | 'lists'>,
): void {
  const list = listOf(block.name)
  if (list === null) return
  if (!lists.has(list)) lists.set(list, section)
  const note = (id: string | null, what: object, field?: string) => {
    const key = recordKey(list, id ?? '', field)
    if (id !== null && !records.has(key)) records.set(key, what)
  }
  if (block.kind === 'list') for (const item of block.items) note(item.recordId, item)
  if (block.kind === 'parties') for (const party of block.parties) note(party.partyId, party)
  if (block.kind !== 'table') return
  for (const { recordId, cells, kind } of block.rows) {
    const [first] = cells
    if (kind !== 'record' || first === undefined) continue
    note(recordId, first)
    for (const [at, { field }] of block.columns.entries()) {
      const cell = cells[at]
      if (cell) note(recordId, cell, field)
    }
  }
}

function listOf(name: string): string | null {
  if (clusterOfBlock(name) !== null) return 'tasks'
  return isFixedBlockName(name) ? BLOCKS[name] : null
}

const there = (what: object): Found => ({ points: [], what, isThere: true })
const atHeading = (section: Section | undefined): Found => ({
  points: [],
  what: section ?? null,
  isThere: false,
})

function find(place: CommentPlace, index: Index): Found {
  switch (place.kind) {
    case 'whole':
      return { points: [], what: null, isThere: true }
    case 'gone':
      return atHeading(place.sectionId === null ? undefined : index.sections.get(place.sectionId))
    case 'section': {
      const section = index.sections.get(place.sectionId)
      return section ? there(section) : atHeading(undefined)
    }
    case 'passage':
      return findPassage(place, index.sections.get(place.sectionId))
    case 'fact':
      return found(index.facts.get(place.address)) ?? atHeading(sectionOfFact(place.address, index))
    case 'suggestion':
      return found(index.suggestions.get(place.id)) ?? atHeading(undefined)
    case 'row': {
      const { list, recordId, field } = place
      const cell = field === null ? undefined : index.records.get(recordKey(list, recordId, field))
      const what = cell ?? index.records.get(recordKey(list, recordId))
      return what ? there(what) : atHeading(index.lists.get(list))
    }
  }
}

const found = (points: FoundPoint[] | undefined): Found | null =>
  points === undefined ? null : { points, what: null, isThere: true }

/** Where a fact that no sentence shows belongs: the article with another fact of its group. */
function sectionOfFact(address: string, { lists }: Index): Section | undefined {
  const steps = address.split('.')
  return lists.get(steps.slice(0, 2).join('.')) ?? lists.get(steps[0] ?? '')
}

/** Of a passage whose first or last paragraph is not on paper the rest. */
function findPassage(
  { from, to }: Extract<CommentPlace, { kind: 'passage' }>,
  section: Section | undefined,
): Found {
  const shown = (section?.content ?? []).filter(
    (block): block is ParagraphBlock =>
      block.kind === 'paragraph' &&
      block.written !== undefined &&
      block.written.index >= from.index &&
      block.written.index <= to.index,
  )
  const first = shown[0]
  const last = shown.at(-1)
  if (first === undefined || last === undefined) return atHeading(section)
  const start = first.written?.index === from.index ? from.offset : 0
  const end = last.written?.index === to.index ? to.offset : Number.POSITIVE_INFINITY
  return {
    points: [
      { block: first, offset: start, side: 'start' },
      { block: last, offset: end, side: 'end' },
    ],
    what: null,
    isThere: true,
  }
}
