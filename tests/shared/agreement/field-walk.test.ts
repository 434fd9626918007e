import { describe, expect, test } from 'vitest'
import { fieldsOfRecord, PARTY_FIELDS, SIGNATORY_FIELDS } from '../../../client/forms/record-fields.ts'
import { type AgreementBody, agreementBody } from '../../../shared/agreement/agreement.ts'
import { ANNEX_FIELDS, FRONT_FACTS, factsOfForm } from '../../../shared/agreement/form-facts.ts'
import { isPlaceholderName, PLACEHOLDERS } from '../../../shared/agreement/placeholders.ts'
import type { RichText } from '../../../shared/agreement/rich-text.ts'
import { fieldsOf, groupSchema, LISTS } from '../../../shared/agreement/schema-walk.ts'
import { maybeFieldAt } from '../../../shared/document/address.ts'
import { type BlockDescription, describeBlock } from '../../../shared/outline/block-description.ts'
import { makeAgreement } from '../../../shared/template/make-agreement.ts'
import { counter, readCatalog, readTemplate } from '../template/files.ts'

const TEMPLATE_IDS = ['coop_youth', 'covenant_honour', 'short_project', 'programme']
const catalog = readCatalog()

/** Fields that nobody fills in on the paper, and why. `*` stands for every field of a list. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  templateId: 'says where the agreement came from',
  templateEdition: 'says where the agreement came from',
  documentType: 'says where the agreement came from',
  titlePattern: 'comes from the template; the title itself is written on the front',
  language: 'the text of an agreement is Dutch',
  clusterFrameworkId: 'says by which clusters the template divides tasks',
  factorScores: 'is filled by the scan, by each party for itself',
  'financing.currency': 'is euro',
  'financing.normYear': 'is taken over with the amounts of a year',
  'norms.volunteerHour': 'is taken over with the amounts of a year',
  'norms.volunteerHourUnder21': 'is taken over with the amounts of a year',
  'norms.volunteerMonth': 'is taken over with the amounts of a year',
  'norms.volunteerYear': 'is taken over with the amounts of a year',
  'norms.minimumWagePerHour': 'is taken over with the amounts of a year',
  'norms.heavyWorkHoursPerMonth':
    'is taken over with the amounts of a year, and typed where the text shows it',
  'norms.source': 'is taken over with the amounts of a year',
  'tasks.libraryTaskId': 'says which suggested task it was',
  'humanChecks.*': 'are answered beside the advice',
  'articles.key': 'is how the program knows an article',
  'articles.numbered': 'comes with the article',
  'articles.origin': 'says where the article came from',
  'removedTexts.*': 'are what is left of a removed text',
}

/** Every field that somebody could fill in: facts by address, fields of records by list path and name. */
function everyField(): string[] {
  return fieldsOf(agreementBody).flatMap(({ name, ...field }) => {
    if (field.layout.kind === 'list') return fieldsInList(name)
    if (field.layout.kind !== 'object') return [name]
    return fieldsOf(groupSchema({ name, ...field })).flatMap((inner) =>
      inner.layout.kind === 'list' ? fieldsInList(`${name}.${inner.name}`) : [`${name}.${inner.name}`],
    )
  })
}

function fieldsInList(path: string): string[] {
  const list = LISTS.get(path)
  return list ? fieldsOf(list.record, list.key).map(({ name }) => `${path}.${name}`) : []
}

/** What the paper of a new agreement offers: the front, headings, blocks and fields in the text, and forms beside it. */
function onPaper(templateId: string): Set<string> {
  const template = readTemplate(templateId)
  const body = makeAgreement(template, catalog, { newId: counter(), today: '2026-11-21' })
  const texts = [...body.articles, ...body.annexes].map((each) => each.body)
  const forms = template.articles.map(({ form }) => factsOfForm(form))
  return new Set([
    ...['title', 'place', 'articles.heading', 'articles.body', 'annexes.title', 'annexes.body'],
    ...FRONT_FACTS,
    ...ANNEX_FIELDS.map((field) => `annexes.${field}`),
    ...texts.flatMap(fieldsInText),
    ...forms.flatMap(({ facts }) => facts),
    ...[...texts.flatMap(blocksIn), ...forms.flatMap(({ blocks }) => blocks)].flatMap((name) =>
      fieldsInBlock(name, body),
    ),
  ])
}

/** A fact in a sentence opens there when it is one value. */
function fieldsInText({ content }: RichText): string[] {
  return content
    .flatMap((node) => (node.type === 'paragraph' ? (node.content ?? []) : []))
    .flatMap((inline) => (inline.type === 'field' ? [inline.attrs.name] : []))
    .flatMap((name) => (isPlaceholderName(name) ? [PLACEHOLDERS[name].target] : []))
    .filter((target) => maybeFieldAt(target) !== null)
}

const blocksIn = ({ content }: RichText): string[] =>
  content.flatMap((node) => (node.type === 'block' ? [node.attrs.name] : []))

function fieldsInBlock(name: string, body: AgreementBody): string[] {
  const description = describeBlock(name, catalog, body)
  return description === null ? [] : fieldsIn(description)
}

function fieldsIn(description: BlockDescription): string[] {
  const { kind, listPath, readOnly, parts } = description
  if (readOnly) return []
  if (kind === 'parts') return parts.flatMap(fieldsIn)
  const signatories = ['partyId', ...SIGNATORY_FIELDS].map((field) => `signatories.${field}`)
  if (kind === 'signatures') return signatories
  const party = Object.values(PARTY_FIELDS).flat()
  if (kind === 'parties') return [...party.map((field) => `parties.${field}`), ...signatories]
  return fieldsOfRecord(listPath).map((field) => `${listPath}.${field}`)
}

const isElsewhere = (field: string): boolean =>
  field in ELSEWHERE || `${field.slice(0, field.lastIndexOf('.'))}.*` in ELSEWHERE

describe('every field of the agreement', () => {
  const papers = TEMPLATE_IDS.map(onPaper)

  test('is filled in on the paper of a template, or is named here with a reason', () => {
    const missing = everyField().filter(
      (field) => !isElsewhere(field) && !papers.some((paper) => paper.has(field)),
    )
    expect(missing).toEqual([])
  })

  test('that is named here with a reason exists', () => {
    const known = new Set(everyField())
    const lists = new Set([...LISTS.keys()].map((path) => `${path}.*`))
    expect(Object.keys(ELSEWHERE).filter((field) => !known.has(field) && !lists.has(field))).toEqual([])
  })
})

/** What an agreement of each kind can do without, because its text asks nothing of it. */
const NOT_ASKED: Readonly<Record<string, readonly string[]>> = {
  coop_youth: ['programme.', 'customClusters.'],
  covenant_honour: ['programme.', 'customClusters.', 'focusFactors.', 'norms.year', 'financing.employerText'],
  short_project: [
    'programme.',
    'customClusters.',
    'focusFactors.',
    'recitals.',
    'definitions.',
    'anchoring.',
    'governance.projectLeads',
    'annexes.',
  ],
  programme: [],
}

describe.each(TEMPLATE_IDS)('the paper of %s', (templateId) => {
  const paper = onPaper(templateId)

  test('offers everything that an agreement of its kind is asked', () => {
    const spared = NOT_ASKED[templateId] ?? []
    const missing = everyField().filter(
      (field) => !isElsewhere(field) && !paper.has(field) && !spared.some((start) => field.startsWith(start)),
    )
    expect(missing).toEqual([])
  })
})
