import type * as Y from 'yjs'
import { type Layout, layoutOf } from '../../shared/agreement/field.ts'
import type { ProposedParagraph } from '../../shared/agreement/propose-paragraphs.ts'
import type { ProposedChange } from '../../shared/agreement/proposed-change.ts'
import { LISTS } from '../../shared/agreement/schema-walk.ts'
import { maybeFieldAt } from '../../shared/document/address.ts'
import { paragraphOfChange } from '../../shared/document/proposed-change.ts'
import type { Paper } from '../../shared/outline/inlines.ts'
import { factText } from '../../shared/outline/record-cells.ts'
import type { OpenProposal } from '../../shared/protocol/endpoints-proposals.ts'
import type { CommentPlace } from '../../shared/word/comment-places.ts'

/** How a proposal as data is said in a comment; its values are the words of people. */
export type ProposalWords = {
  paragraphAdd: (text: string) => string
  paragraphRemove: (text: string) => string
  paragraphKind: string
  articleAdd: (heading: string, text: string) => string
  articleRemove: string
  rowAdd: (values: string) => string
  rowRemove: string
  /** Null: no answer. */
  fact: (value: string | null) => string
}

type Change<Kind extends ProposedChange['kind']> = Extract<ProposedChange, { kind: Kind }>

/** A proposal that a text can show as a suggestion of whole paragraphs; null for every other, and for one whose place is gone. */
export function paragraphProposed(doc: Y.Doc, { id, what }: OpenProposal): ProposedParagraph | null {
  if (what.kind !== 'change') return null
  const { change, base } = what
  if (change.kind !== 'paragraph-add' && change.kind !== 'paragraph-remove') return null
  const index = paragraphOfChange(doc, change, base)
  if (index === null) return null
  const { articleId } = change
  return { id, articleId, index, paragraph: change.kind === 'paragraph-add' ? newParagraph(change) : null }
}

function newParagraph({ paragraph: { kind, level, text } }: Change<'paragraph-add'>) {
  return {
    type: 'paragraph' as const,
    attrs: { kind, level, onlyIf: null },
    content: [{ type: 'text' as const, text }],
  }
}

/** The place of a fact of the agreement: in a row where it is one of a row. */
export function placeOfFact(address: string): CommentPlace {
  const place = maybeFieldAt(address)
  return place?.in === 'record'
    ? { kind: 'row', list: place.list.path, recordId: place.recordId, field: place.field.name }
    : { kind: 'fact', address }
}

/** Where a comment stands that says what a proposal as data would change. */
export function placeOfChange(doc: Y.Doc, { what }: OpenProposal): CommentPlace {
  if (what.kind !== 'change') return { kind: 'whole' }
  const { change, base } = what
  switch (change.kind) {
    case 'paragraph-add':
    case 'paragraph-remove':
    case 'paragraph-kind':
      return aroundParagraph(change.articleId, paragraphOfChange(doc, change, base))
    case 'article-add':
      return change.after === null ? { kind: 'whole' } : { kind: 'section', sectionId: change.after }
    case 'article-remove':
      return { kind: 'section', sectionId: change.articleId }
    case 'row-add':
      return { kind: 'row', list: change.list, recordId: '', field: null }
    case 'row-remove':
      return { kind: 'row', list: change.list, recordId: change.rowId, field: null }
    case 'fact':
      return placeOfFact(change.address)
  }
}

function aroundParagraph(sectionId: string, index: number | null): CommentPlace {
  if (index === null) return { kind: 'gone', sectionId }
  return {
    kind: 'passage',
    sectionId,
    from: { index, offset: 0 },
    to: { index, offset: Number.MAX_SAFE_INTEGER },
  }
}

/** What a proposal as data would change, in words; nothing for one in a text. */
export function changeInWords({ what }: OpenProposal, words: ProposalWords, paper: Paper): string {
  if (what.kind !== 'change') return ''
  const { change } = what
  switch (change.kind) {
    case 'paragraph-add':
      return words.paragraphAdd(change.paragraph.text)
    case 'paragraph-remove':
      return words.paragraphRemove(change.seen)
    case 'paragraph-kind':
      return words.paragraphKind
    case 'article-add':
      return words.articleAdd(change.heading, change.text)
    case 'article-remove':
      return words.articleRemove
    case 'row-add':
      return words.rowAdd(rowInWords(change, paper))
    case 'row-remove':
      return words.rowRemove
    case 'fact':
      return words.fact(valueInWords(change.value, maybeFieldAt(change.address)?.field.layout, paper))
  }
}

/** In the order of the record's fields, however they were sent. */
function rowInWords({ list, values }: Change<'row-add'>, paper: Paper): string {
  const shape = LISTS.get(list)?.record.shape ?? {}
  return Object.entries(shape)
    .flatMap(([name, schema]) => valueInWords(values[name] ?? null, layoutOf(schema as never), paper) ?? [])
    .join(' · ')
}

const valueInWords = (value: unknown, layout: Layout | undefined, paper: Paper): string | null =>
  layout === undefined ? null : factText(value, layout, null, paper)
