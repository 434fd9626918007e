import type { ProposedChange } from '../../../shared/agreement/proposed-change.ts'
import type { RichTextBlock } from '../../../shared/agreement/rich-text.ts'
import { maybeFieldAt } from '../../../shared/document/address.ts'
import type { ObservedAgreement } from '../../../shared/document/observe.ts'
import { wordsOfBlock } from '../../../shared/document/proposed-change.ts'
import type { CommentAnchor } from '../../../shared/protocol/endpoints-comments.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import { factWords, fieldsOfRecord } from '../../forms/index.ts'
import { nameOfPlace } from '../advice/names-of.ts'

/** How facts and rows are called, in the agreement as it is now. */
export type Sayings = {
  fact(address: string): string
  value(address: string, given: unknown): string
  list(path: string): string
  row(path: string, given: unknown): string
}

/** The words of an agreement that is open; its bare values where none is. `empty` stands for no answer. */
export function sayingIn(
  room: { observed: ObservedAgreement; catalog: Catalog } | null,
  empty: string,
): Sayings {
  const body = room?.observed.get()
  const name = (place: string) => (room && body ? nameOfPlace(place, body, room.catalog) : place)
  const value = (address: string, given: unknown): string => {
    const isKnown = maybeFieldAt(address) !== null
    return (
      (room && body && isKnown ? factWords(address, given, body, room.catalog) : String(given ?? '')) || empty
    )
  }
  const row = (path: string, given: unknown): string => {
    if (typeof given !== 'object' || given === null) return ''
    const values = given as Readonly<Record<string, unknown>>
    return fieldsOfRecord(path)
      .filter((field) => isAnswered(values[field]))
      .map((field) => value(`${path}.row.${field}`, values[field]))
      .join(', ')
  }
  return { fact: name, value, list: name, row }
}

const isAnswered = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

type Words = Sayings & { heading(id: string | null): string }

/** What a change is about, and what it would take out and put in, in words; null for nothing. */
export type SaidChange = { about: string; out: string | null; into: string | null }

/** Says a change, with what stood there when it was proposed. */
export function sayChange(change: ProposedChange, base: unknown, say: Words): SaidChange {
  switch (change.kind) {
    case 'paragraph-add':
      return { about: '', out: null, into: change.paragraph.text }
    case 'paragraph-remove':
      return { about: '', out: change.seen, into: null }
    case 'paragraph-kind':
      return { about: change.seen, out: null, into: null }
    case 'article-add':
      return { about: change.heading, out: null, into: change.text || null }
    case 'article-remove':
      return { about: say.heading(change.articleId), out: null, into: null }
    case 'row-add':
      return { about: say.list(change.list), out: null, into: say.row(change.list, change.values) }
    case 'row-remove':
      return { about: say.list(change.list), out: say.row(change.list, base), into: null }
    case 'fact': {
      const { address, value } = change
      return {
        about: say.fact(address),
        out: say.value(address, base),
        into: say.value(address, value),
      }
    }
  }
}

/** What stands now at the place of a change, in words; null when nothing does. */
export function sayStanding(change: ProposedChange, now: unknown, say: Words): string | null {
  if (now === null || now === undefined)
    return change.kind === 'fact' ? say.value(change.address, null) : null
  if (change.kind === 'fact') return say.value(change.address, now)
  if (change.kind === 'row-remove') return say.row(change.list, now)
  return wordsOfBlock(now as RichTextBlock) || null
}

/** The fact or the row that a change is about, as a comment would name it; null for a change of a text. */
export function anchorOf(change: ProposedChange): Extract<CommentAnchor, { kind: 'fact' | 'row' }> | null {
  if (change.kind === 'fact') return { kind: 'fact', address: change.address, quote: '' }
  if (change.kind !== 'row-add' && change.kind !== 'row-remove') return null
  return {
    kind: 'row',
    list: change.list,
    rowId: change.kind === 'row-add' ? 'new' : change.rowId,
    quote: '',
  }
}
