import { agreementBody } from './agreement.ts'
import { BLOCK_NAMES, type BlockName } from './block-names.ts'
import type { Layout } from './field.ts'
import { fieldsOf, groupSchema } from './schema-walk.ts'

/** What somebody can fill in beside an article: facts by address, and the tables of lists that its text need not show. */
export type FormFacts = { facts: readonly string[]; blocks: readonly BlockName[] }

const form = (facts: readonly string[], blocks: readonly BlockName[] = []): FormFacts => ({ facts, blocks })

const EDITED_ALONE: readonly Layout['kind'][] = ['scalar', 'longText', 'set']

/** The addresses of the facts of a group that are no list: `term` gives `term.startDate` and so on. */
function factsOf(group: string): string[] {
  const found = fieldsOf(agreementBody).find(({ name }) => name === group)
  if (!found) throw new RangeError(`factsOf: the agreement has no ${group}`)
  return fieldsOf(groupSchema(found))
    .filter(({ layout }) => EDITED_ALONE.includes(layout.kind))
    .map(({ name }) => `${group}.${name}`)
}

/** The norms of the year are taken over together and never typed one by one; see `norms-of-year` in the forms. */
const COMPENSATION = form(['financing.employerText', 'norms.year'], ['financing_calculation'])
const FINANCING = form(['financing.unspentText'], ['financing_calculation', 'financing_totals'])
const LEGAL_STATUS = ['legalStatus', 'bindingArticleKeys']
const NAME = ['citationTitle']
const PUBLICATION = factsOf('publication')
const CHANGES = [...factsOf('amendment'), ...factsOf('accession')]

/** The forms that a template names beside an article whose facts are not all in the tables of its text. */
const FORMS = {
  term: form(factsOf('term')),
  results: form(factsOf('purpose')),
  financing: FINANCING,
  /** With everything about money that a short text leaves out. */
  financing_short: form(
    [...FINANCING.facts, ...COMPENSATION.facts],
    [...FINANCING.blocks, 'payments', 'accountability'],
  ),
  compensation: COMPENSATION,
  tasks: form([]),
  governance: form(factsOf('governance')),
  contacts: form(['communication.handoverText']),
  /** Fixed persons, meetings and contact in one short article. */
  contacts_short: form([...factsOf('communication'), ...factsOf('governance')], ['meetings']),
  meetings: form(factsOf('communication')),
  communication: form(factsOf('communication')),
  /** Who leads, who meets and how one keeps contact, in one article. */
  cooperation: form([...factsOf('governance'), ...factsOf('communication')], ['project_leads']),
  ideas: form(['communication.visibilityText', 'communication.ideasText']),
  boundaries: form(factsOf('boundaries')),
  safety: form(factsOf('safety'), ['meldcode']),
  /** Boundaries, safety and privacy in one short article. */
  safety_short: form(
    [...factsOf('boundaries'), ...factsOf('safety'), ...factsOf('privacy')],
    ['not_tasks', 'referral_steps', 'vog', 'meldcode', 'privacy_roles'],
  ),
  privacy: form(factsOf('privacy')),
  evaluation: form(factsOf('evaluation')),
  evaluation_short: form(factsOf('evaluation')),
  amendment: form(CHANGES),
  accession: form(factsOf('accession')),
  dispute_steps: form(['disputes.court']),
  /** Change, joining and disputes in one article. */
  disputes: form([...CHANGES, 'disputes.court']),
  legal_status: form(LEGAL_STATUS),
  /** How binding it is, disputes, change and publication in one short article. */
  closing_short: form([...LEGAL_STATUS, 'disputes.court', ...CHANGES, ...PUBLICATION], ['dispute_steps']),
  publication: form(PUBLICATION),
  /** Publication, name and annexes in one article. */
  annexes: form([...PUBLICATION, ...NAME]),
  annual_plan: form(['programme.annualPlanInputDate', 'programme.annualPlanDecisionDate']),
  front_desk: form(['programme.frontDeskText']),
  final: form(NAME),
} as const satisfies Record<string, FormFacts>

export type FormName = keyof typeof FORMS | BlockName
/** Every form that a template can name: those with facts of their own, and every block. */
export const FORM_NAMES = [...new Set([...Object.keys(FORMS), ...BLOCK_NAMES])] as readonly FormName[]

const NOTHING = form([])

/** What a form holds; nothing for the form of a block that stands in the text itself. */
export function factsOfForm(name: FormName | null): FormFacts {
  return name !== null && Object.hasOwn(FORMS, name) ? FORMS[name as keyof typeof FORMS] : NOTHING
}

/** What the front of the paper asks beside its title: the names of the agreement, and how it came about. */
export const FRONT_FACTS: readonly string[] = ['shortTitle', ...NAME, ...factsOf('drafting')]

/** What is asked of an annex beside its title and text. */
export const ANNEX_FIELDS = ['kind', 'language'] as const
