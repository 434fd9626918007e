import type { AgreementBody } from '../agreement/agreement.ts'
import { buildOutline } from './build-outline.ts'
import { textInlines } from './inlines.ts'
import type { Block, Outline, Section } from './outline.ts'
import type { PaperCatalog } from './paper-catalog.ts'
import { paperWord } from './paper-words.ts'

/** Blocks that are about people and nothing else. */
const ABOUT_PEOPLE = new Set(['contacts', 'contacts_short', 'signatures'])

/**
 * An agreement for people who read along without taking part: the same paper, without contacts, signatories, addresses, e-mail addresses
 * and telephone numbers of people. What is left out is said in its place. Domain pack, agreement.md 5, public version.
 */
export function readingOutline(
  body: AgreementBody,
  catalog: PaperCatalog,
  options: { status: string },
): Outline {
  const outline = buildOutline(withoutPeople(body, catalog), catalog, options).value
  const known = namesAndNumbers(body)
  const leftOut = paperWord(catalog, 'leftOut')
  const sections = outline.sections.map((section) => withoutLists(section, catalog))
  const annexes = outline.annexes.map((section) => withoutLists(section, catalog))
  return withoutTexts({ ...outline, sections, annexes }, (text) => withoutKnown(text, known, leftOut))
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
      phone: null,
      email: null,
      preferredChannel: null,
      availableText: '',
    })),
    parties: body.parties.map((party) => ({ ...party, address: null, postalCode: null })),
  }
}

function withoutLists(section: Section, catalog: PaperCatalog): Section {
  const content = section.content.flatMap((block, index, all): Block[] => {
    if (!isAboutPeople(block)) return [block]
    // Two such blocks after each other are one gap.
    const before = all[index - 1]
    return before !== undefined && isAboutPeople(before) ? [] : [notice(catalog)]
  })
  return { ...section, content }
}

function isAboutPeople(block: Block): boolean {
  return 'name' in block && ABOUT_PEOPLE.has(block.name)
}

function notice(catalog: PaperCatalog): Block {
  const inlines = textInlines(paperWord(catalog, 'leftOutNotice'))
  return { kind: 'paragraph', style: 'note', level: 0, number: null, inlines }
}

/** What people typed of a contact or signatory in a text, letter for letter; too short a name would take other words with it. */
function namesAndNumbers({ contacts, signatories }: AgreementBody): string[] {
  const all = [
    ...contacts.flatMap(({ name, phone, email }) => [name, phone, email]),
    ...signatories.map(({ name }) => name),
  ]
  const long = all.flatMap((each) => ((each?.trim().length ?? 0) >= SHORTEST ? [each?.trim() ?? ''] : []))
  return [...new Set(long)].sort((a, b) => b.length - a.length)
}

const SHORTEST = 5
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu
/** A Dutch mobile number: somebody's own. Numbers of helplines stay. */
const MOBILE = /(?<!\d)(?:06|(?:\+|00)31[ -]?(?:\(0\))?6)(?:[ -]?\d){8}(?!\d)/g

function withoutKnown(text: string, known: readonly string[], leftOut: string): string {
  const named = known.reduce((rest, each) => rest.replaceAll(each, leftOut), text)
  return named.replace(EMAIL, leftOut).replace(MOBILE, leftOut)
}

/** Where an outline holds words of people. */
const WORDS = new Set(['text', 'heading', 'caption', 'title', 'value', 'emptyText'])

function withoutTexts<T>(value: T, change: (text: string) => string): T {
  if (Array.isArray(value)) return value.map((each) => withoutTexts(each, change)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, held]) => [
    key,
    typeof held === 'string' ? (WORDS.has(key) ? change(held) : held) : withoutTexts(held, change),
  ])
  return Object.fromEntries(entries) as T
}
