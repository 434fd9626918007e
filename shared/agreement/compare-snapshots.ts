import { type Change, type Step, steps, stepsInPairs } from '../support/steps.ts'
import { ALIKE, type DiffPart, diffWords, likeness } from '../support/word-diff.ts'
import { type AgreementBody, agreementBody } from './agreement.ts'
import { agreementAsItStands } from './as-it-stands.ts'
import { canonical } from './canonical.ts'
import type { RichText, RichTextBlock } from './rich-text.ts'
import { type Field, fieldsOf, groupSchema, LISTS, type ListField } from './schema-walk.ts'

type Json = Readonly<Record<string, unknown>>

/** A paragraph or block that is not the same any more, word by word. A fact in it stands by its name: `{goal}`. */
export type ParagraphChange = { state: 'changed' | 'gone' | 'came'; parts: DiffPart[] }

/** What became of one article or annex. `same`: its words are, it stands elsewhere or is called otherwise. */
export type TextChange = {
  list: 'articles' | 'annexes'
  id: string
  state: 'came' | 'gone' | 'changed' | 'same'
  isMoved: boolean
  heading: { was: string | null; now: string | null }
  paragraphs: ParagraphChange[]
}

/** What became of one fact, or of one row of facts. */
export type FactChange =
  | {
      kind: 'value'
      /** Dotted path of the field: `term.startDate`, `parties.<id>.name`. */
      address: string
      /** The row it stands in; null for a fact of the agreement itself. */
      row: { list: string; id: string } | null
      field: string
      was: unknown
      now: unknown
      /** The words of a long text; null for another kind of fact. */
      parts: DiffPart[] | null
    }
  | { kind: 'row'; list: string; id: string; state: 'came' | 'gone' | 'moved'; row: Json }

/** All that differs between two states of an agreement; empty lists when nothing does. */
export type SnapshotChanges = { texts: TextChange[]; facts: FactChange[] }

/** Headings of what was taken out are kept for references: they are no fact of their own. The title follows from its parts. */
const DERIVED = new Set(['removedTexts', 'title'])

/**
 * What became of an agreement between two states: articles and annexes by id and word by word, facts by their address, rows by their id. Text
 * counts as it stands, without what is only proposed; fields that this edition does not know do not count.
 */
export function compareSnapshots(was: AgreementBody, now: AgreementBody): SnapshotChanges {
  const before = agreementAsItStands(canonical(was))
  const after = agreementAsItStands(canonical(now))
  const facts: FactChange[] = []
  for (const field of fieldsOf(agreementBody)) {
    if (DERIVED.has(field.name)) continue
    if (field.layout.kind === 'object') compareGroup(field, before, after, facts)
    else compareField(field, '', before[field.name as never], after[field.name as never], facts)
  }
  return {
    texts: [...compareTexts('articles', before, after), ...compareTexts('annexes', before, after)],
    facts,
  }
}

/** True when nothing differs. */
export const isUnchanged = ({ texts, facts }: SnapshotChanges): boolean =>
  texts.length === 0 && facts.length === 0

function compareGroup(group: Field, was: AgreementBody, now: AgreementBody, facts: FactChange[]): void {
  const [before, after] = [was, now].map((body) => (body as Json)[group.name] as Json)
  for (const field of fieldsOf(groupSchema(group)))
    compareField(field, `${group.name}.`, before?.[field.name], after?.[field.name], facts)
}

function compareField(field: Field, prefix: string, was: unknown, now: unknown, facts: FactChange[]): void {
  const path = `${prefix}${field.name}`
  if (field.layout.kind === 'list') {
    const list = LISTS.get(path)
    if (list !== undefined) compareRows(list, (was ?? []) as Json[], (now ?? []) as Json[], facts)
    return
  }
  const change = maybeChanged(field, path, null, was, now)
  if (change !== null) facts.push(change)
}

function maybeChanged(
  field: Field,
  address: string,
  row: { list: string; id: string } | null,
  was: unknown,
  now: unknown,
): FactChange | null {
  if (JSON.stringify(was ?? null) === JSON.stringify(now ?? null)) return null
  const isLong = field.layout.kind === 'longText'
  const parts = isLong ? diffWords(String(was ?? ''), String(now ?? '')) : null
  return { kind: 'value', address, row, field: field.name, was: was ?? null, now: now ?? null, parts }
}

/** Articles and annexes are texts: their coming, going and words are told there, and their other fields here. */
const isTexts = (list: ListField): boolean => list.path === 'articles' || list.path === 'annexes'
const TOLD_WITH_TEXT = new Set(['body', 'heading', 'title'])

function compareRows(list: ListField, was: readonly Json[], now: readonly Json[], facts: FactChange[]): void {
  const before = byKey(list, was)
  const after = byKey(list, now)
  const row = (id: string, state: 'came' | 'gone' | 'moved', values: Json) => {
    if (!isTexts(list)) facts.push({ kind: 'row', list: list.path, id, state, row: values })
  }
  for (const [id, values] of before) if (!after.has(id)) row(id, 'gone', values)
  const moved = movedIds([...before.keys()], [...after.keys()])
  for (const [id, values] of after) {
    const known = before.get(id)
    if (known === undefined) {
      row(id, 'came', values)
      continue
    }
    if (moved.has(id)) row(id, 'moved', values)
    for (const field of fieldsOf(list.record, list.key)) {
      if (isTexts(list) && TOLD_WITH_TEXT.has(field.name)) continue
      const at = { list: list.path, id }
      const address = `${list.path}.${id}.${field.name}`
      const change = maybeChanged(field, address, at, known[field.name], values[field.name])
      if (change !== null) facts.push(change)
    }
  }
}

function byKey({ key }: ListField, records: readonly Json[]): Map<string, Json> {
  return new Map(records.map((record) => [String(record[key]), record]))
}

/** Those that stand in another order among what is in both. */
function movedIds(was: readonly string[], now: readonly string[]): Set<string> {
  const [before, after] = [new Set(was), new Set(now)]
  const inBoth = steps(
    was.filter((id) => after.has(id)),
    now.filter((id) => before.has(id)),
    (id) => id,
  )
  return new Set(inBoth.flatMap((step) => (step.state === 'came' ? [step.now] : [])))
}

type Text = { id: string; heading: string | null; body: RichText }

function textsOf(list: 'articles' | 'annexes', body: AgreementBody): Map<string, Text> {
  const texts: Text[] =
    list === 'articles'
      ? body.articles
      : body.annexes.map(({ id, title, body: text }) => ({ id, heading: title, body: text }))
  return new Map(texts.map(({ id, heading, body: text }) => [id, { id, heading, body: text }]))
}

function compareTexts(list: TextChange['list'], was: AgreementBody, now: AgreementBody): TextChange[] {
  const before = textsOf(list, was)
  const after = textsOf(list, now)
  const moved = movedIds([...before.keys()], [...after.keys()])
  const ids = new Set([...after.keys(), ...before.keys()])
  return [...ids].flatMap((id): TextChange[] => {
    const [then, here] = [before.get(id), after.get(id)]
    const paragraphs = changedParagraphs(then?.body.content ?? [], here?.body.content ?? [])
    const heading = { was: then?.heading ?? null, now: here?.heading ?? null }
    const isMoved = moved.has(id)
    if (then === undefined) return [{ list, id, state: 'came', isMoved, heading, paragraphs }]
    if (here === undefined) return [{ list, id, state: 'gone', isMoved, heading, paragraphs }]
    const isChanged = paragraphs.length > 0
    if (!isChanged && !isMoved && heading.was === heading.now) return []
    return [{ list, id, state: isChanged ? 'changed' : 'same', isMoved, heading, paragraphs }]
  })
}

function changedParagraphs(was: readonly RichTextBlock[], now: readonly RichTextBlock[]): ParagraphChange[] {
  const found = stepsInPairs(was, now, (block) => JSON.stringify(block), areAlike)
  return found.flatMap((step) => (step.state === 'same' ? [] : [paragraphChange(step)]))
}

function paragraphChange(step: Step<RichTextBlock> | Change<RichTextBlock>): ParagraphChange {
  switch (step.state) {
    case 'gone':
      return { state: 'gone', parts: [{ state: 'gone', text: wordsOf(step.was) }] }
    case 'came':
    case 'same':
      return { state: 'came', parts: [{ state: 'came', text: wordsOf(step.now) }] }
    case 'changed':
      return { state: 'changed', parts: diffWords(wordsOf(step.was), wordsOf(step.now)) }
  }
}

const areAlike = (was: RichTextBlock, now: RichTextBlock): boolean =>
  was.type === 'paragraph' && now.type === 'paragraph' && likeness(wordsOf(was), wordsOf(now)) >= ALIKE

/** The words of a paragraph, each fact and block by its name. */
function wordsOf(block: RichTextBlock): string {
  if (block.type === 'block') return `{{block:${block.attrs.name}}}`
  const inlines = block.content ?? []
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      return inline.type === 'hardBreak' ? '\n' : `{${nameIn(inline.attrs)}}`
    })
    .join('')
}

const nameIn = (attrs: object): string => Object.values(attrs).filter(Boolean).join(' ')
