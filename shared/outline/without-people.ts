import type { AgreementBody } from '../agreement/agreement.ts'
import { buildOutline, type OutlineOptions } from './build-outline.ts'
import { textInlines } from './inlines.ts'
import type { Block, Inline, Outline, Section } from './outline.ts'
import { plainText } from './outline.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { type PaperWord, paperWord } from './paper-words.ts'
import { type FindPersonal, personalWords, type Span } from './personal-words.ts'

/** Blocks that are about people and nothing else. */
const ABOUT_PEOPLE = new Set(['contacts', 'contacts_short', 'signatures'])

export type WithoutPeopleOptions = Pick<OutlineOptions, 'status' | 'fixedOn'> & {
  /** The sentence that stands where lists of people stood. */
  notice: PaperWord
  /** Names of others than contacts and signatories who are known, such as who writes along. */
  names?: readonly string[]
}

/**
 * An agreement on paper without anything of people: contacts, signatories, addresses, e-mail addresses and telephone numbers. What is left out is said in its
 * place. Domain pack, agreement.md 5, public version.
 */
export function outlineWithoutPeople(
  body: AgreementBody,
  catalog: PaperCatalog,
  { notice, names = [], ...options }: WithoutPeopleOptions,
): Outline {
  const drawn = buildOutline(withoutPeople(body, catalog), catalog, options).value
  const said = paragraphOf(paperWord(catalog, notice))
  const outline = {
    ...drawn,
    sections: drawn.sections.map((section) => withoutLists(section, said)),
    annexes: drawn.annexes.map((section) => withoutLists(section, said)),
  }
  const find = personalWords(body, names, textsIn(outline))
  return withoutTexts(outline, find, paperWord(catalog, 'leftOut'))
}

/** Somebody with a name becomes "een vaste contactpersoon", so that the sentences stay whole. */
function withoutPeople(body: AgreementBody, catalog: PaperCatalog): AgreementBody {
  const somebody = paperWord(catalog, 'contactPerson')
  return {
    ...body,
    signatories: [],
    contacts: body.contacts.map((contact) => ({
      ...contact,
      name: contact.name ? somebody : contact.name,
      position: null,
      phone: null,
      email: null,
      preferredChannel: null,
      availableText: '',
    })),
    parties: body.parties.map((party) => ({
      ...party,
      address: null,
      postalCode: null,
      // Where a shelter is nobody may find out.
      city: party.role === 'womens_shelter' ? null : party.city,
    })),
  }
}

function withoutLists(section: Section, notice: Block): Section {
  const content = section.content.flatMap((block, index, all): Block[] => {
    if (!isAboutPeople(block)) return [block]
    // Two such blocks after each other are one gap.
    const before = all[index - 1]
    return before !== undefined && isAboutPeople(before) ? [] : [notice]
  })
  return { ...section, content }
}

function isAboutPeople(block: Block): boolean {
  return 'name' in block && ABOUT_PEOPLE.has(block.name)
}

function paragraphOf(text: string): Block {
  return { kind: 'paragraph', style: 'note', level: 0, number: null, inlines: textInlines(text) }
}

/** Where an outline holds words of people. */
const WORDS = new Set(['text', 'heading', 'caption', 'title', 'value', 'emptyText'])

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return isInlines(value) ? [plainText(value)] : value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]) =>
    typeof held === 'string' ? (WORDS.has(key) ? [held] : []) : textsIn(held),
  )
}

function withoutTexts<T>(value: T, find: FindPersonal, leftOut: string): T {
  if (Array.isArray(value)) {
    if (isInlines(value)) return withoutSpans(value, find(plainText(value)), leftOut) as T
    return value.map((each) => withoutTexts(each, find, leftOut)) as T
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, held]) => {
    if (typeof held !== 'string') return [key, withoutTexts(held, find, leftOut)]
    return [key, WORDS.has(key) ? withoutSpansOf(held, find(held), leftOut) : held]
  })
  return Object.fromEntries(entries) as T
}

const INLINES = new Set(['text', 'break', 'field', 'reference'])

function isInlines(value: readonly unknown[]): value is Inline[] {
  return (
    value.length > 0 && value.every((each) => INLINES.has((each as { kind?: string } | null)?.kind ?? ''))
  )
}

/** A name may begin in one piece and end in another: what is said in its place stands where it begins. */
function withoutSpans(inlines: readonly Inline[], spans: readonly Span[], leftOut: string): Inline[] {
  if (spans.length === 0) return [...inlines]
  let at = 0
  return inlines.flatMap((inline): Inline[] => {
    const from = at
    if (inline.kind === 'break') {
      at += 1
      return spans.some((span) => span.from < from && from < span.to) ? [] : [inline]
    }
    at += inline.text.length
    const own = spans.filter((span) => span.from < at && from < span.to)
    if (own.length === 0) return [inline]
    const inside = own.map((span) => ({ from: span.from - from, to: span.to - from }))
    const text = withoutSpansOf(inline.text, inside, leftOut)
    return text === '' ? [] : [{ ...inline, text }]
  })
}

/** A span that began before the text leaves nothing behind in it. */
function withoutSpansOf(text: string, spans: readonly Span[], leftOut: string): string {
  let at = 0
  const kept = spans.map(({ from, to }) => {
    const before = text.slice(at, Math.max(at, from))
    at = Math.max(at, to)
    return before + (from >= 0 ? leftOut : '')
  })
  return kept.join('') + text.slice(at)
}
