import { z } from 'zod'
import { BLOCK_NAMES } from '../agreement/block-names.ts'
import { PLACEHOLDERS, type PlaceholderName } from '../agreement/placeholders.ts'
import { ENUMS, type EnumName } from './enums.ts'
import { FIELD_NAMES } from './field-names.ts'

const word = z.string().min(1).max(300)

/** Words on the paper that belong to no field and no choice. Some have a place to fill: `termPeriod` is "{start} tot en met {end}". */
export const PAPER_WORDS = [
  'article',
  'articles',
  'annex',
  'clause',
  'page',
  'pageOf',
  'total',
  'subtotal',
  'draft',
  'fixedOn',
  'between',
  'and',
  'upTo',
  'hereafter',
  'registeredOffice',
  'secretAddress',
  'representedBy',
  'decisionTaken',
  'yes',
  'no',
  'notAnswered',
  'notFilledIn',
  'nobody',
  'brokenReference',
  'brokenReferenceTo',
  'unknownBlock',
  'withoutLine',
  'scorePicture',
  'timelinePicture',
  'rotating',
  'leadMark',
  'partMark',
  'allParties',
  'steeringGroupMembers',
  'decisionNotTaken',
  'timesPerYear',
  'years',
  'months',
  'weeks',
  'workingDays',
  'hours',
  'inKind',
  'funder',
  'contents',
  'term',
  'status',
  'version',
  'signature',
  'name',
  'position',
  'place',
  'date',
  'madeWith',
  'translationNotice',
  'contactPerson',
  'leftOut',
  'leftOutNotice',
  'publicEdition',
  'publicAbout',
  'publicNotice',
  'comparisonEdition',
  'comparisonAbout',
  'comparisonAuthor',
  'versionNow',
  'versionOfMoment',
  'versionNamed',
  'versionFixed',
  'versionBeforeRestore',
  'versionBeforeImport',
  'summaryEdition',
  'summaryNotice',
  'summaryWhy',
  'summaryWho',
  'summaryWhat',
  'summaryMoney',
  'summaryDecide',
  'summaryParty',
  'summaryRole',
  'summaryDoes',
  'summaryLeads',
  'summaryHelps',
  'summaryTasks',
  'summaryLookBack',
  'summaryCosts',
  'summarySources',
  'summaryMore',
  'formEdition',
  'formFill',
  'formChoose',
  'formDate',
  'termPeriod',
  'indefiniteFrom',
  'fromDate',
  'dueDate',
  'withinDays',
  'totalCash',
  'totalInKind',
  'perYear',
  'perSource',
  'perParty',
  'severalSources',
  'unknownRecord',
] as const
export type PaperWord = (typeof PAPER_WORDS)[number]

/** Caption, heads of the columns by field name in their order, and what stands there while there is nothing yet. */
const blockWords = z.strictObject({
  caption: word,
  emptyText: word,
  columns: z.record(z.string().max(80), word).default({}),
})
export type BlockWords = z.infer<typeof blockWords>

const fieldWords = z.strictObject({ label: word, help: z.string().min(1).max(1000).optional() })
export type FieldWords = z.infer<typeof fieldWords>

type EnumWords = { [N in EnumName]: Record<(typeof ENUMS)[N][number], string> }
const enumShape = Object.fromEntries(
  Object.entries(ENUMS).map(([name, values]) => [name, z.record(z.enum(values), word)]),
)

/** The blocks that have words: the fixed ones, and `tasks` for the tasks of any one cluster. */
export const WORDED_BLOCKS = [...BLOCK_NAMES, 'tasks'] as const
export type WordedBlock = (typeof WORDED_BLOCKS)[number]

/** All Dutch words that stand on the paper or beside a form, in one file. Complete: every value and field has its word. */
export const words = z.strictObject({
  paper: z.record(z.enum(PAPER_WORDS), word),
  enums: z.strictObject(enumShape) as unknown as z.ZodType<EnumWords>,
  /** Names of languages, by BCP 47 tag; open, because a spoken language is nothing the program acts on. */
  languages: z.record(z.string().max(20), word),
  blocks: z.record(z.enum(WORDED_BLOCKS), blockWords),
  /** What a placeholder shows, in a few words; stands in the text while the fact is missing. */
  placeholders: z.record(z.enum(Object.keys(PLACEHOLDERS) as PlaceholderName[]), word),
  fields: z.record(z.enum(FIELD_NAMES), fieldWords),
})
export type Words = z.infer<typeof words>

/** The words of a block; those of `tasks` for `tasks:<cluster>`. Null for a block that nobody knows. */
export function wordsOfBlock(from: Words, name: string): BlockWords | null {
  if (Object.hasOwn(from.blocks, name)) return from.blocks[name as WordedBlock]
  return name.startsWith('tasks:') ? from.blocks.tasks : null
}
