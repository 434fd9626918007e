import { z } from 'zod'
import { DOCUMENT_TYPES, LEGAL_STATUSES } from '../agreement/agreement.ts'
import { ANNEX_KINDS } from '../agreement/closing.ts'
import { FORM_NAMES } from '../agreement/form-facts.ts'
import { CONDITION_NAMES } from '../agreement/named-conditions.ts'
import { PARTY_ROLES } from '../agreement/party.ts'
import { MAX_LEVEL, PARAGRAPH_KINDS } from '../agreement/rich-text.ts'

const text = (max: number) => z.string().min(1).max(max)
const key = z.string().regex(/^[a-z][a-z0-9_]{0,79}$/)

/** In a file a paragraph is a text, or a mapping when it has a kind, level or condition of its own. */
const paragraph = z.preprocess(
  (found) => (typeof found === 'string' ? { text: found } : found),
  z.strictObject({
    text: text(20_000),
    /** Null: the `textKind` of its article or annex. */
    kind: z.enum(PARAGRAPH_KINDS).nullable().default(null),
    level: z.int().min(0).max(MAX_LEVEL).default(0),
    onlyIf: z.enum(CONDITION_NAMES).nullable().default(null),
  }),
)

/** A recital is a fact of plain text: its placeholders are filled once, or `whenUnknown` takes its place. */
const recital = z.preprocess(
  (found) => (typeof found === 'string' ? { text: found } : found),
  z.strictObject({ text: text(2000), whenUnknown: text(2000).nullable().default(null) }),
)

const definition = z.strictObject({ term: text(200), meaning: text(2000) })

/** How the text calls the parties of a role. */
const roleWord = z.strictObject({
  /** "de gemeente": with article, small letter, singular or plural as the text uses it. */
  word: text(200),
  /** With several parties in the role: this word still, or their short names. */
  several: z.enum(['word', 'names']).default('word'),
  /** Definition that a new agreement gets when several parties have the role. */
  definition: definition.nullable().default(null),
  /** Short name that a new agreement gives the only party of the role. */
  shortName: text(200).nullable().default(null),
})

const annex = z.strictObject({
  kind: z.enum(ANNEX_KINDS),
  title: text(300),
  guidance: text(2000).nullable().default(null),
  question: text(2000).nullable().default(null),
  textKind: z.enum(PARAGRAPH_KINDS).default('plain'),
  text: z.array(paragraph).min(1).max(200),
})

const article = z.strictObject({
  key,
  heading: text(300),
  /** Parties, recitals and signatures are not; other articles count from 1. */
  numbered: z.boolean().default(true),
  /** True: may not be left out without a warning. */
  required: z.boolean(),
  /** Suggested as binding when `legalStatus` is mixed. */
  binding: z.boolean(),
  /** The form to open beside the article; the blocks in its text say themselves what they show. */
  form: z.enum(FORM_NAMES).nullable().default(null),
  guidance: text(2000),
  question: text(2000),
  /** Kind of the paragraphs that name none: clause, or plain in an article without a number. */
  textKind: z.enum(PARAGRAPH_KINDS).nullable().default(null),
  text: z.array(paragraph).min(1).max(200),
})

/** `{role: municipality}` stands for the parties with that role, where a value refers to parties. */
const forRole = z.strictObject({ role: z.enum(PARTY_ROLES) })
const startingValue = z.union([z.string().max(20_000), z.number(), z.boolean(), z.array(text(200)), forRole])

/** A record that a new agreement starts with; with `forEach` one for every party of the role, as its `partyId`. */
const startingRecord = z.strictObject({
  forEach: z.enum(PARTY_ROLES).nullable().default(null),
  values: z.record(z.string().max(80), startingValue),
})

/** One edition of one agreement template, as its file says it. The order of the keys is the order in the file. */
export const template = z.strictObject({
  id: key,
  edition: z.int().min(1).max(1_000_000),
  title: text(300),
  /** When this template fits, and when not. */
  when: text(2000),
  disclaimer: text(2000),
  documentType: z.enum(DOCUMENT_TYPES),
  titlePattern: text(300),
  language: z.literal('nl').default('nl'),
  clusterFrameworkId: key,
  legalStatus: z.enum(LEGAL_STATUSES),
  defaultTermMonths: z.int().min(1).max(600),
  /** Months before the end by which the parties decide whether they go on. */
  decideMonthsBeforeEnd: z.int().min(0).max(60),
  /** The parties that a new agreement starts with, one per entry. */
  roles: z.array(z.enum(PARTY_ROLES)).min(1).max(60),
  roleWords: z.partialRecord(z.enum(PARTY_ROLES), roleWord),
  /** Dotted path in the agreement's body → the value it starts with. */
  defaults: z.record(z.string().max(200), startingValue).default({}),
  /** Dotted path of a list in the agreement's body → the records it starts with. */
  records: z.record(z.string().max(200), z.array(startingRecord).max(100)).default({}),
  recitals: z.array(recital).max(100).default([]),
  definitions: z.array(definition).max(100).default([]),
  annexes: z.array(annex).max(50).default([]),
  articles: z.array(article).min(1).max(200),
})

export type Template = z.infer<typeof template>
export type TemplateArticle = Template['articles'][number]
export type TemplateAnnex = Template['annexes'][number]
export type TemplateParagraph = TemplateArticle['text'][number]
export type StartingValue = z.infer<typeof startingValue>

/** The keys of the articles that a template suggests as binding; only numbered ones can be named by number. */
export function bindingArticleKeys(from: Template): string[] {
  return from.articles.filter((each) => each.binding && each.numbered).map((each) => each.key)
}
