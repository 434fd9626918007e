import type { PaperCatalog } from './paper-catalog.ts'
/** The loose words that the paper needs; `templates/catalog` gives each of them. `{…}` is filled in. */
export const PAPER_WORDS = [
  'article',
  'annex',
  'draft',
  'status',
  'fixedOn',
  'contents',
  'page',
  'pageOf',
  'version',
  'between',
  'hereafter',
  'place',
  'term',
  'termPeriod',
  'indefiniteFrom',
  'total',
  'totalCash',
  'totalInKind',
  'perYear',
  'perSource',
  'perParty',
  'severalSources',
  'yes',
  'no',
  'upTo',
  'fromDate',
  'dueDate',
  'withinDays',
  'decisionTaken',
  'representedBy',
  'leadMark',
  'partMark',
  'rotating',
  'allParties',
  'steeringGroupMembers',
  'decisionNotTaken',
  'withoutLine',
  'notFilledIn',
  'name',
  'position',
  'date',
  'signature',
  'unknownRecord',
  'brokenReference',
  'brokenReferenceTo',
  'unknownBlock',
  'translationNotice',
  'contactPerson',
  'scorePicture',
  'timelinePicture',
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
] as const
export type PaperWord = (typeof PAPER_WORDS)[number]
/** A word of the paper, with `{name}` in it replaced; the key itself when the catalogue lacks it, so that it is seen. */
export function paperWord(
  catalog: PaperCatalog,
  key: PaperWord,
  values: Readonly<Record<string, string>> = {},
): string {
  const word = catalog.words.paper[key] ?? key
  return word.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
/** The word of a choice; the choice itself when the catalogue has no word for it. */
export function enumWord(catalog: PaperCatalog, enumName: string, value: string): string {
  const words = catalog.words.enums[enumName] ?? {}
  // A key that somebody wrote may be `constructor`.
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value
}

/** The label of a field as forms show it, `party.kvkNumber`; the name itself when the catalogue lacks it. */
export function fieldLabel(catalog: PaperCatalog, name: string): string {
  return catalog.words.fields[name]?.label ?? name
}
