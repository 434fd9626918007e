// One idea: for each kind of proposed change what stood there, what stands there, how it is done, and how it is taken back, beside each other.
import * as Y from 'yjs'
import { asItStands } from '../agreement/as-it-stands.ts'
import type { Layout } from '../agreement/field.ts'
import type { ProposedChange, ProposedValue } from '../agreement/proposed-change.ts'
import type { Paragraph, RichText, RichTextBlock } from '../agreement/rich-text.ts'
import { fieldsOf, LISTS } from '../agreement/schema-walk.ts'
import { ALIKE, likeness } from '../support/word-diff.ts'
import { maybeFieldAt } from './address.ts'
import { addText, putBackText, removeText } from './article-edit.ts'
import {
  addRecord,
  addToSet,
  longTextAt,
  removeFromSet,
  removeRecord,
  replaceLongText,
  setField,
} from './edit.ts'
import { articleFragment, listMap, REMOVED, rootSet } from './layout.ts'
import { maybeOrder, placeByOrder } from './order.ts'
import { readRecord } from './read.ts'
import { maybeArticle } from './read-article.ts'
import { readRichText } from './rich-text-read.ts'
import { blockElement } from './rich-text-write.ts'
import { plainText } from './words-as-they-were.ts'

/** What stood there when a change was proposed, as JSON; null for what is new. */
export type ChangeBase = unknown

/** What accepting a change makes: the id of what was added and the place of what was taken out, so that it can be taken back. */
export type ChangeDone = {
  madeId: string | null
  /** The order key of a row that went; absent in what was kept before it was remembered. */
  order?: string | null
}

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Lists whose rows can be proposed: those that people add to, with rows that are known by a random id. */
export function isProposableList(path: string): boolean {
  return LISTS.get(path)?.key === 'id' && !NOT_ROWS.has(path)
}
const NOT_ROWS = new Set(['articles', 'annexes', 'removedTexts'])

/** The words of a paragraph as somebody reads them who sees no suggestions; empty for a table. */
export function wordsOfBlock(block: RichTextBlock | undefined): string {
  return block?.type === 'paragraph' ? plainText(block.content ?? []) : ''
}

/**
 * What stands now where a change is proposed. Null when there is no such place, or it says something else than who proposes saw; `base` is
 * kept with the proposal and says later whether it changed meanwhile.
 */
export function baseOfChange(doc: Y.Doc, change: ProposedChange): { base: ChangeBase } | null {
  switch (change.kind) {
    case 'paragraph-add':
    case 'paragraph-remove':
    case 'paragraph-kind': {
      const content = standingArticle(doc, change.articleId)?.content
      if (content === undefined) return null
      if (change.index === null) return { base: null }
      const block = content[change.index]
      return block && wordsOfBlock(block) === change.seen ? { base: block } : null
    }
    case 'article-add':
      return { base: null }
    case 'article-remove': {
      const article = listMap(doc, 'articles').has(change.articleId)
        ? maybeArticle(doc, change.articleId)
        : null
      return article && { base: { heading: article.heading, body: asItStands(article.body) } }
    }
    case 'row-add':
      return isProposableList(change.list) && areValues(change.list, change.values) ? { base: null } : null
    case 'row-remove': {
      const row = isProposableList(change.list) ? rowNow(doc, change.list, change.rowId) : null
      return row && { base: row }
    }
    case 'fact':
      return factBase(doc, change.address, change.value)
  }
}

/** The kinds of facts that one can propose another value for. */
const PROPOSABLE: ReadonlySet<Layout['kind']> = new Set(['scalar', 'longText', 'set'])

function factBase(doc: Y.Doc, address: string, value: ProposedValue): { base: ChangeBase } | null {
  const place = maybeFieldAt(address)
  const kind = place?.field.layout.kind
  if (place === null || kind === undefined || !PROPOSABLE.has(kind)) return null
  if (!place.field.schema.safeParse(value).success) return null
  if (place.in === 'record' && !isThere(doc, place.list.path, place.recordId)) return null
  return { base: factNow(doc, address) }
}

function areValues(list: string, values: Record<string, ProposedValue>): boolean {
  const field = LISTS.get(list)
  if (field === undefined) return false
  const known = fieldsOf(field.record, field.key)
  return Object.entries(values).every(([name, value]) => {
    const found = known.find((each) => each.name === name)
    return found !== undefined && PROPOSABLE.has(found.layout.kind) && found.schema.safeParse(value).success
  })
}

const isThere = (doc: Y.Doc, list: string, id: string): boolean => {
  const record = listMap(doc, list).get(id)
  return record instanceof Y.Map && record.get(REMOVED) !== true
}

function factNow(doc: Y.Doc, address: string): unknown {
  const place = maybeFieldAt(address)
  if (place?.field.layout.kind === 'longText') return longTextAt(doc, address)?.toString() ?? ''
  if (place === null) return null
  if (place.field.layout.kind === 'set' && place.in === 'group') return keysOf(rootSet(doc, place.path))
  const map =
    place.in === 'group'
      ? doc.getMap(place.group === '' ? 'agreement' : place.group)
      : listMap(doc, place.list.path).get(place.recordId)
  const found: unknown = map instanceof Y.Map ? map.get(place.field.name) : null
  return place.field.layout.kind === 'set' ? keysOf(found) : (found ?? null)
}

/** The keys of a set, always in the same order: two sets with the same keys are one. */
function keysOf(set: unknown): string[] {
  if (!(set instanceof Y.Map)) return []
  return [...set.keys()].filter((key) => set.get(key) === true).sort()
}

/** A value as `factNow` tells it once it stands there. */
function asItWillBe(address: string, value: ProposedValue): unknown {
  const kind = maybeFieldAt(address)?.field.layout.kind
  if (kind === 'set') return Array.isArray(value) ? [...new Set(value)].sort() : []
  return kind === 'longText' ? (value ?? '') : value
}

function rowNow(doc: Y.Doc, list: string, id: string): Record<string, unknown> | null {
  const field = LISTS.get(list)
  const record = isThere(doc, list, id) ? listMap(doc, list).get(id) : null
  return field && record instanceof Y.Map ? readRecord(doc, field, id, record).value : null
}

const standingArticle = (doc: Y.Doc, id: string): RichText | null => {
  if (!isThere(doc, 'articles', id)) return null
  return asItStands(readRichText(articleFragment(doc, id), '').value)
}

/** Where a paragraph stands that says this: at its place, else at the nearest one; null when none does. */
function whereIs({ content }: RichText, block: unknown, near: number): number | null {
  const found = content.flatMap((each, at) => (isEqual(each, block) ? [at] : []))
  found.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))
  return found[0] ?? null
}

/** True while what the change is about says what it said when the change was proposed. */
export function standsAsProposed(doc: Y.Doc, change: ProposedChange, base: ChangeBase): boolean {
  switch (change.kind) {
    // Others may write on in the paragraph that a new one comes after.
    case 'paragraph-add':
      return standingArticle(doc, change.articleId) !== null
    case 'paragraph-remove':
    case 'paragraph-kind':
      return placeOf(doc, change.articleId, base, change.index) !== null
    case 'article-add':
    case 'row-add':
      return true
    case 'fact':
    case 'article-remove':
    case 'row-remove': {
      const now = baseOfChange(doc, change)
      return now !== null && isEqual(now.base, base)
    }
  }
}

/**
 * The paragraph that a change is about, as it stands among the others: the one that would go or look otherwise, or the one that a new one would come
 * before. Null for a change that is about no paragraph, and for one whose paragraph says something else by now.
 */
export function paragraphOfChange(doc: Y.Doc, change: ProposedChange, base: ChangeBase): number | null {
  if (change.kind === 'paragraph-remove' || change.kind === 'paragraph-kind')
    return placeOf(doc, change.articleId, base, change.index)
  if (change.kind !== 'paragraph-add' || standingArticle(doc, change.articleId) === null) return null
  return change.index === null ? 0 : placeAfter(doc, change.articleId, base, change.index)
}

/**
 * What stands now where a change is proposed whose place says something else by now: a value, a row, or the paragraph that the one it was about
 * became. Null when nothing does, and for what has no such place.
 */
export function nowOfChange(doc: Y.Doc, change: ProposedChange, base: ChangeBase): unknown {
  switch (change.kind) {
    case 'paragraph-remove':
    case 'paragraph-kind': {
      const content = standingArticle(doc, change.articleId)?.content ?? []
      const words = wordsOfBlock(base as RichTextBlock)
      // Somebody wrote on in it: of short paragraphs another one may be more alike.
      const whole = words === '' ? undefined : content.find((block) => wordsOfBlock(block).includes(words))
      return whole ?? content[maybeAlike(content, base) ?? -1] ?? null
    }
    case 'row-remove':
      return rowNow(doc, change.list, change.rowId)
    case 'fact':
      return baseOfChange(doc, change)?.base ?? null
    case 'paragraph-add':
    case 'article-add':
    case 'article-remove':
    case 'row-add':
      return null
  }
}

/** What accepting a change will make, with this id for what is added. */
export function plannedChange(doc: Y.Doc, change: ProposedChange, madeId: string): ChangeDone {
  if (change.kind !== 'row-remove') return { madeId }
  return { madeId: null, order: maybeOrder(listMap(doc, change.list), change.rowId) }
}

/**
 * Does what was proposed, inside the transaction of the caller; a new article or row gets the id `madeId`. A new paragraph comes below those of `earlier`, which were
 * proposed before it in the same place and stand there by now. Null, and nothing done, when what it is about says something else by now.
 */
export function applyChange(
  doc: Y.Doc,
  change: ProposedChange,
  base: ChangeBase,
  madeId: string,
  earlier: readonly ProposedChange[] = [],
): ChangeDone | null {
  if (!standsAsProposed(doc, change, base)) return null
  switch (change.kind) {
    case 'paragraph-add': {
      const first = change.index === null ? 0 : placeAfter(doc, change.articleId, base, change.index)
      const at = below(first, earlier, standingArticle(doc, change.articleId))
      articleFragment(doc, change.articleId).insert(at, [blockElement(paragraphOf(change.paragraph))])
      return DONE
    }
    case 'paragraph-remove': {
      const at = placeOf(doc, change.articleId, base, change.index)
      if (at !== null) articleFragment(doc, change.articleId).delete(at, 1)
      return DONE
    }
    case 'paragraph-kind':
      return reshape(
        doc,
        change.articleId,
        placeOf(doc, change.articleId, base, change.index),
        change.paragraph,
      )
    case 'article-add': {
      const values = { heading: change.heading, numbered: true, key: null, origin: null }
      const where =
        change.after !== null && isThere(doc, 'articles', change.after) ? { after: change.after } : {}
      addText(doc, 'articles', madeId, { values, body: textOf(change.text) }, where)
      return { madeId }
    }
    case 'article-remove':
      removeText(doc, 'articles', change.articleId)
      return DONE
    case 'row-add':
      return { madeId: addRecord(doc, change.list, { key: madeId, values: change.values }) }
    case 'row-remove': {
      const done = plannedChange(doc, change, madeId)
      removeRecord(doc, change.list, change.rowId)
      return done
    }
    case 'fact':
      writeFact(doc, change.address, change.value)
      return DONE
  }
}

/** Whether the agreement is as accepting the change makes it: what a command that was cut off may have done. */
export function isApplied(doc: Y.Doc, change: ProposedChange, base: ChangeBase, madeId: string): boolean {
  switch (change.kind) {
    case 'paragraph-add': {
      const text = standingArticle(doc, change.articleId)
      return text !== null && whereIs(text, paragraphOf(change.paragraph), 0) !== null
    }
    case 'article-add':
      return isThere(doc, 'articles', madeId)
    case 'row-add':
      return isThere(doc, change.list, madeId)
    case 'fact':
      return isEqual(factNow(doc, change.address), asItWillBe(change.address, change.value))
    case 'paragraph-remove':
    case 'paragraph-kind':
    case 'article-remove':
    case 'row-remove':
      return !standsAsProposed(doc, change, base)
  }
}

const DONE: ChangeDone = { madeId: null }

function placeOf(doc: Y.Doc, articleId: string, base: unknown, near: number): number | null {
  const text = standingArticle(doc, articleId)
  return text && whereIs(text, base, near)
}

/** Where a paragraph comes that is proposed after another: after that one, or after what has become of it. */
function placeAfter(doc: Y.Doc, articleId: string, base: unknown, near: number): number {
  const content = standingArticle(doc, articleId)?.content ?? []
  const exact = whereIs({ type: 'doc', content }, base, near)
  if (exact !== null) return exact + 1
  const alike = maybeAlike(content, base)
  return alike !== null ? alike + 1 : Math.min(near + 1, content.length)
}

/** The paragraph that says most of what another said; null when none does enough. */
function maybeAlike(content: readonly RichTextBlock[], base: unknown): number | null {
  const words = wordsOfBlock(base as RichTextBlock)
  const alike = content.map((block, at) => ({ at, like: likeness(words, wordsOfBlock(block)) }))
  const [best] = alike.filter(({ like }) => like >= ALIKE).sort((a, b) => b.like - a.like)
  return best?.at ?? null
}

/** The first place from `at` on at which none of these new paragraphs stands. */
function below(at: number, earlier: readonly ProposedChange[], text: RichText | null): number {
  const words = new Set(earlier.map((each) => (each.kind === 'paragraph-add' ? each.paragraph.text : null)))
  const block = text?.content[at]
  return block !== undefined && words.has(wordsOfBlock(block)) ? below(at + 1, earlier, text) : at
}

type Shape = Pick<Paragraph['attrs'], 'kind' | 'level'>

function reshape(
  doc: Y.Doc,
  articleId: string,
  at: number | null,
  { kind, level }: Shape,
): ChangeDone | null {
  const element = at === null ? null : articleFragment(doc, articleId).get(at)
  if (!(element instanceof Y.XmlElement)) return null
  const attributes = element as unknown as Y.XmlElement<{ kind: string; level: number }>
  attributes.setAttribute('kind', kind)
  attributes.setAttribute('level', level)
  return DONE
}

function paragraphOf({ kind, level, text }: Shape & { text: string }): Paragraph {
  const attrs = { kind, level, onlyIf: null }
  return { type: 'paragraph', attrs, content: [{ type: 'text', text }] }
}

function textOf(text: string): RichText {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const content = lines.map((line) => paragraphOf({ kind: 'clause', level: 0, text: line.trim() }))
  return { type: 'doc', content }
}

function writeFact(doc: Y.Doc, address: string, value: unknown): void {
  const kind = maybeFieldAt(address)?.field.layout.kind
  if (kind === 'set') return writeSet(doc, address, asItWillBe(address, value as ProposedValue) as string[])
  const text = kind === 'longText' ? longTextAt(doc, address) : null
  if (text) replaceLongText(doc, text, String(value ?? ''))
  else setField(doc, address, value as Exclude<ProposedValue, string[]>)
}

function writeSet(doc: Y.Doc, address: string, keys: readonly string[]): void {
  const now = factNow(doc, address) as string[]
  for (const key of now.filter((each) => !keys.includes(each))) removeFromSet(doc, address, key)
  for (const key of keys.filter((each) => !now.includes(each))) addToSet(doc, address, key)
}

/**
 * Takes an accepted change back, inside the transaction of the caller, so that it is open again. False, and nothing done, when what it
 * made says something else by now.
 */
export function revertChange(
  doc: Y.Doc,
  change: ProposedChange,
  base: ChangeBase,
  done: ChangeDone,
): boolean {
  switch (change.kind) {
    case 'paragraph-add': {
      const at = placeOf(doc, change.articleId, paragraphOf(change.paragraph), (change.index ?? -1) + 1)
      if (at !== null) articleFragment(doc, change.articleId).delete(at, 1)
      return at !== null
    }
    case 'paragraph-remove': {
      const text = standingArticle(doc, change.articleId)
      if (text === null) return false
      const at = Math.min(change.index, text.content.length)
      articleFragment(doc, change.articleId).insert(at, [blockElement(base as RichTextBlock)])
      return true
    }
    case 'paragraph-kind': {
      const was = base as Paragraph
      const now = { ...was, attrs: { ...was.attrs, ...change.paragraph } }
      return (
        reshape(doc, change.articleId, placeOf(doc, change.articleId, now, change.index), was.attrs) !== null
      )
    }
    case 'article-add':
      return done.madeId !== null && removeText(doc, 'articles', done.madeId)
    case 'article-remove':
      return putBackText(doc, 'articles', change.articleId)
    case 'row-add':
      return done.madeId !== null && removeRecord(doc, change.list, done.madeId)
    case 'row-remove': {
      if (isThere(doc, change.list, change.rowId)) return false
      const { id: _, ...values } = base as Record<string, unknown>
      const place = placeByOrder(listMap(doc, change.list), done.order ?? null)
      addRecord(doc, change.list, { key: change.rowId, values, ...place })
      return true
    }
    case 'fact': {
      if (!isEqual(factNow(doc, change.address), asItWillBe(change.address, change.value))) return false
      writeFact(doc, change.address, base)
      return true
    }
  }
}

/** The article a change is about; null when it is about none. */
export function articleOfChange(change: ProposedChange): string | null {
  return 'articleId' in change ? change.articleId : null
}
