import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { isPlaceholderName } from '../../../shared/agreement/placeholders.ts'
import { maybeFieldAt } from '../../../shared/document/address.ts'
import { formatDate } from '../../../shared/outline/format.ts'
import { callParty } from '../../../shared/outline/parties.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import { NOUNS, type NounPath } from '../../../shared/template/field-names.ts'

/** What an item of a finding is called on the screen: a party, a task, a threshold. Null for what has no name of its own. */
export function nameOfItem(item: string, body: AgreementBody, catalog: Catalog): string | null {
  const name = item.replace(/^\{\{\s*|\s*\}\}$/g, '')
  if (isPlaceholderName(name)) return catalog.words.placeholders[name] ?? null
  return (
    nameOfRecord(item, body, catalog) ??
    catalog.factors.find(({ id }) => id === item)?.label ??
    catalog.frameworks.flatMap(({ clusters }) => clusters).find(({ id }) => id === item)?.label ??
    null
  )
}

/** What a record is called, by its id, whatever list it stands in. Null for an id of no record. */
export function nameOfRecord(id: string, body: AgreementBody, catalog: Catalog): string | null {
  const is = (record: { id: string }) => record.id === id
  const { enums } = catalog.words
  const party = body.parties.find(is)
  if (party) return callParty(party, catalog)
  const moment = body.evaluation.moments.find(is)
  if (moment) return withDate(wordOf(enums.evaluationKind, moment.kind), moment.date)
  const payment = body.financing.payments.find(is)
  if (payment) return withDate(partyCalled(payment.toPartyId, body, catalog), payment.dueDate)
  const line = body.financing.lines.find(is)
  if (line) return line.description || wordOf(enums.lineKind, line.kind)
  const source = body.financing.sources.find(is)
  if (source) return partyCalled(source.partyId, body, catalog) || source.funderName
  return (
    body.tasks.find(is)?.title ??
    body.contacts.find(is)?.name ??
    body.meetings.find(is)?.title ??
    body.articles.find(is)?.heading ??
    body.definitions.find(is)?.term ??
    null
  )
}

function withDate(word: string | null, date: string | null): string | null {
  return [word, date === null ? null : formatDate(date)].filter(Boolean).join(', ') || null
}

function wordOf(words: Readonly<Record<string, string>> | undefined, key: string | null): string | null {
  return key === null ? null : (words?.[key] ?? null)
}

function partyCalled(partyId: string | null, body: AgreementBody, catalog: Catalog): string | null {
  const party = body.parties.find(({ id }) => id === partyId)
  return party ? callParty(party, catalog) : null
}

/** What a place to fill in is called: the label of its field, behind the name of its record. */
export function nameOfPlace(address: string, body: AgreementBody, catalog: Catalog): string {
  const place = maybeFieldAt(address)
  if (place === null) return nameOfList(address, catalog)
  const path = place.in === 'record' ? place.list.path : place.group
  const noun = NOUNS[path as NounPath] ?? path
  const label = catalog.words.fields[`${noun}.${place.field.name}`]?.label ?? place.field.name
  if (place.in === 'group') return label
  const record = nameOfRecord(place.recordId, body, catalog) ?? nameOfList(place.list.path, catalog)
  return `${record}: ${label}`
}

/** What a list, or another place without a field of its own, is called: "Contactpersonen". */
function nameOfList(path: string, { words }: Catalog): string {
  return words.fields[path]?.label ?? words.fields[`agreement.${path}`]?.label ?? path
}

/** An article as a link shows it: "Artikel 12: Duur". */
export type ArticleName = { id: string; key: string | null; name: string }

/** The articles with their numbers as they stand on paper. */
export function articleNames(
  body: AgreementBody,
  numbers: ReadonlyMap<string, string | null>,
  article: string,
): ArticleName[] {
  return body.articles.map(({ id, key, heading }) => {
    const number = numbers.get(id) ?? null
    const name = number === null ? (heading ?? '') : `${article} ${number}: ${heading ?? ''}`
    return { id, key, name }
  })
}
