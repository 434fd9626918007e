import type { AgreementBody } from '../agreement/agreement.ts'
import type { Party } from '../agreement/party.ts'
import { articlesShowing } from './articles-concerned.ts'
import type { Phase } from './rule-texts.ts'

/** A place that is still empty and should not be, and before which phase ends. */
export type Gap = {
  kind: 'placeholder' | 'field' | 'article'
  /** Dotted address of the place to fill; null for a placeholder that no text can have. */
  address: string | null
  /** Name of the placeholder, the field or the article's key. */
  name: string
  before: Exclude<Phase, 'draft'>
}

/** What a party must tell, by its role and legal form, beyond what the rules look at. Domain pack, agreement.md 3.1. */
export function partyGaps(party: Party): Gap[] {
  const early = emptyAmong(party, ['role', 'name', 'shortName', 'legalForm'])
  const late = emptyAmong(party, [
    ...(isRegistered(party) ? (['kvkNumber'] as const) : []),
    'address',
    // A shelter may keep its address secret; postcode and town would give it away.
    ...(party.role === 'womens_shelter' ? [] : (['postalCode', 'city'] as const)),
    ...(party.role === 'migrant_organisation'
      ? (['isVolunteerOrganisation', 'capacityHoursPerMonth'] as const)
      : []),
  ])
  const gap = (before: Gap['before']) => (name: string) => fieldGap('parties', party.id, name, before)
  return [...early.map(gap('before_agreement')), ...late.map(gap('before_signing'))]
}

/** Municipalities have no entry they could leave out; groups that are not registered have none. */
function isRegistered({ role, legalForm }: Party): boolean {
  return role !== 'municipality' && legalForm !== 'none' && legalForm !== 'informal_association'
}

function emptyAmong(record: object, names: readonly string[]): string[] {
  const values = new Map<string, unknown>(Object.entries(record))
  return names.filter((name) => isEmpty(values.get(name)))
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

function fieldGap(list: string, id: string, name: string, before: Gap['before']): Gap {
  return { kind: 'field', address: `${list}.${id}.${name}`, name, before }
}

type Rows = {
  list: string
  rows: readonly { id: string }[]
  needs: readonly string[]
  /** Articles that show the list, in order of preference. */
  articles: readonly string[]
}

const TASK_ARTICLES = ['tasks_awareness', 'tasks_trust', 'tasks_quality', 'tasks_enabling', 'tasks', 'roles']

/** What a row must have to mean anything, per list. */
function rowsOf(body: AgreementBody): Rows[] {
  const { purpose, financing } = body
  return [
    { list: 'recitals', rows: body.recitals, needs: ['text'], articles: ['recitals'] },
    { list: 'definitions', rows: body.definitions, needs: ['term', 'meaning'], articles: ['definitions'] },
    { list: 'purpose.results', rows: purpose.results, needs: ['text'], articles: ['purpose'] },
    { list: 'tasks', rows: body.tasks, needs: ['title'], articles: TASK_ARTICLES },
    { list: 'contacts', rows: body.contacts, needs: ['name'], articles: ['contacts', 'governance'] },
    { list: 'meetings', rows: body.meetings, needs: ['title'], articles: ['meetings', 'governance'] },
    { list: 'anchoring', rows: body.anchoring, needs: ['measure'], articles: ['anchoring'] },
    { list: 'financing.sources', rows: financing.sources, needs: ['amount'], articles: ['financing'] },
    { list: 'financing.lines', rows: financing.lines, needs: ['amount'], articles: ['financing'] },
    {
      list: 'financing.payments',
      rows: financing.payments,
      needs: ['amount', 'dueDate'],
      articles: ['payment_accountability', 'financing'],
    },
  ]
}

/** A gap in a row, and the keys of the articles that show it. */
export type RowGap = { gap: Gap; articleKeys: readonly string[] }

/** Rows without what makes them mean something. */
export function rowGaps(body: AgreementBody): RowGap[] {
  return rowsOf(body).flatMap(({ list, rows, needs, articles }) =>
    rows.flatMap((row) =>
      emptyAmong(row, needs).map((name) => ({
        gap: fieldGap(list, row.id, name, 'before_agreement'),
        articleKeys: articlesShowing(articles, [`${list}.${row.id}.${name}`], body),
      })),
    ),
  )
}
