import type { AgreementBody } from '../agreement/agreement.ts'
import { type Layout, layoutOf, type ScalarType, type Target } from '../agreement/field.ts'
import { LISTS } from '../agreement/schema-walk.ts'
import type { BlockColumn } from './block-description.ts'
import { clusterLabel } from './clusters.ts'
import { formatDate, formatMoney, formatNumber } from './format.ts'
import { onLines, type Paper, textInlines } from './inlines.ts'
import type { Inline } from './outline.ts'
import { enumWord, paperWord } from './paper-words.ts'
import { callParty, partyById, partyNames } from './parties.ts'
import { SPECIAL_CELLS } from './special-cells.ts'

/** A record of any list, by its field names. */
export type ListRecord = Readonly<Record<string, unknown>>

/** The records of a list of the agreement, by its dotted path. Throws a RangeError for a path that is no list. */
export function recordsAt(listPath: string, body: AgreementBody): readonly ListRecord[] {
  let value: unknown = body
  for (const step of listPath.split('.')) value = (value as ListRecord)[step]
  if (!Array.isArray(value)) throw new RangeError(`recordsAt: ${listPath} is no list of the agreement`)
  return value
}

/** By which key a record of this list is known. */
export function recordId(listPath: string, record: ListRecord): string {
  return String(record[LISTS.get(listPath)?.key ?? 'id'])
}

/** What one cell of a table, or one field of a list item, shows of a record. Empty for a fact that is not there. */
export function drawCell(listPath: string, column: BlockColumn, record: ListRecord, paper: Paper): Inline[] {
  const special = SPECIAL_CELLS[`${listPath}.${column.field}`]
  if (special && column.computed) return special(record, paper)
  const parts = column.fields.map((field) => drawFact(listPath, field, record, column, paper))
  if (column.show === 'first') return parts.find((part) => part.length > 0) ?? []
  return onLines(parts)
}

function drawFact(
  listPath: string,
  field: string,
  record: ListRecord,
  column: BlockColumn,
  paper: Paper,
): Inline[] {
  const special = SPECIAL_CELLS[`${listPath}.${field}`]
  if (special) return special(record, paper)
  const schema = LISTS.get(listPath)?.record.shape[field]
  return schema ? textInlines(factText(record[field], layoutOf(schema as never), column.enumName, paper)) : []
}

/** One fact as text, by the kind of its field; null for what is not answered. */
export function factText(
  value: unknown,
  layout: Layout,
  enumName: string | null,
  paper: Paper,
): string | null {
  if (value === null || value === undefined || value === '') return null
  if (layout.kind === 'scalar') return scalarText(value, layout.type, enumName, paper)
  if (layout.kind === 'set') return setTexts(value as string[], layout.to, enumName, paper).join(', ')
  return layout.kind === 'longText' ? String(value) : null
}

function scalarText(value: unknown, type: ScalarType, enumName: string | null, paper: Paper): string {
  switch (type.name) {
    case 'text':
      return String(value)
    case 'date':
      return formatDate(String(value))
    case 'number':
      return formatNumber(Number(value))
    case 'money':
      return formatMoney(Number(value))
    case 'boolean':
      return paperWord(paper.catalog, value === true ? 'yes' : 'no')
    case 'choice':
      return enumName === null ? String(value) : enumWord(paper.catalog, enumName, String(value))
    case 'reference':
      return referenceText(String(value), type.to, enumName, paper)
  }
}

/** In the order of the agreement where that has one, so that the order of adding does not show. */
function setTexts(keys: readonly string[], to: Target, enumName: string | null, paper: Paper): string[] {
  if (to === 'parties') return everyParty(keys, paper) ?? partyNames(keys, paper.body, paper.catalog)
  return keys.map((key) => referenceText(key, to, enumName, paper))
}

/** "alle partijen" reads better than eight names, once there are more than two. */
function everyParty(keys: readonly string[], { body, catalog }: Paper): string[] | null {
  const all = body.parties.length > 2 && body.parties.every((party) => keys.includes(party.id))
  return all && keys.length === body.parties.length ? [paperWord(catalog, 'allParties')] : null
}

function referenceText(key: string, to: Target, enumName: string | null, { body, catalog }: Paper): string {
  switch (to) {
    case 'parties':
      return key === 'rotating' ? paperWord(catalog, 'rotating') : partyById(key, body, catalog)
    case 'contacts':
      return body.contacts.find((contact) => contact.id === key)?.name ?? paperWord(catalog, 'unknownRecord')
    case 'financing.sources':
      return sourceName(key, body, catalog)
    case 'clusters':
      return clusterLabel(key, catalog, body)
    case 'factors':
      return catalog.factors.find((factor) => factor.id === key)?.label ?? key
    default:
      return enumName === null ? key : enumWord(catalog, enumName, key)
  }
}

/** Who a source is: a party as the text calls it, or a funder by name. */
export function sourceName(key: string, body: AgreementBody, catalog: Paper['catalog']): string {
  const source = body.financing.sources.find((candidate) => candidate.id === key)
  const party = body.parties.find((candidate) => candidate.id === source?.partyId)
  if (party) return callParty(party, catalog)
  return source?.funderName || paperWord(catalog, 'unknownRecord')
}
