import type { AgreementBody } from '../agreement/agreement.ts'
import { type Layout, layoutOf, type ScalarType, type Target } from '../agreement/field.ts'
import { LISTS } from '../agreement/schema-walk.ts'
import type { BlockColumn } from './block-description.ts'
import { clusterLabel } from './clusters.ts'
import { formatDate, formatMoney, formatNumber } from './format.ts'
import { onLines, type Paper, textInlines } from './inlines.ts'
import type { Inline } from './outline.ts'
import { enumWord, fieldLabel, paperWord } from './paper-words.ts'
import { callParty, partyById, partyNames } from './parties.ts'
import { type RecordField, withFacts } from './row-facts.ts'
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
  const text = recordText(listPath, field, record, column.enumName, paper)
  if (special === undefined && !paper.toFillIn) return textInlines(text)
  const { enumName, label } = column
  const fact = { listPath, recordId: recordId(listPath, record), field, label, enumName, text }
  return withFacts(special ? special(record, paper) : textInlines(text), record, [fact], paper)
}

/** Fields of a record outside of a table, each under its own name. `noun`: by what the catalogue knows the names of its fields. */
export function recordFields(
  listPath: string,
  record: ListRecord,
  fields: readonly string[],
  noun: string,
  paper: Paper,
): RecordField[] {
  if (!paper.toFillIn) return []
  return fields.map((field) => {
    const enumName = CHOICES[field] ?? null
    const text = recordText(listPath, field, record, enumName, paper)
    const label = fieldLabel(paper.catalog, `${noun}.${field}`)
    return { listPath, recordId: recordId(listPath, record), field, label, enumName, text }
  })
}

/** Names of the words of choices that stand outside of tables. */
const CHOICES: Readonly<Record<string, string>> = { legalForm: 'legalForm' }

/** What one field of a record says on paper; null for one that is not filled in, that it does not have, or by which it is known. */
export function recordText(
  listPath: string,
  field: string,
  record: ListRecord,
  enumName: string | null,
  paper: Paper,
): string | null {
  const list = LISTS.get(listPath)
  const schema = list?.key === field ? undefined : list?.record.shape[field]
  return schema ? factText(record[field], layoutOf(schema as never), enumName, paper) : null
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
