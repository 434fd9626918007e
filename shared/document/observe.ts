import type * as Y from 'yjs'
import { type AgreementBody, agreementBody } from '../agreement/agreement.ts'
import { type Field, fieldsOf } from '../agreement/schema-walk.ts'
import type { Message, WithMessages } from '../support/message.ts'
import { listMap, maybeFragmentOwner, nameOfRoot, TOP } from './layout.ts'
import { placedRecords } from './order.ts'
import { assemble, readPart, readRecord, readTopStrangers } from './read.ts'

/** A document as a value that follows it: what did not change keeps its identity from one `get` to the next. */
export type ObservedAgreement = {
  get(): AgreementBody
  messages(): Message[]
  /** Calls the listener after each transaction that changed the agreement; gives back the stop. */
  subscribe(listener: (change: ObservedChange) => void): () => void
  /** Ends the watching. */
  stop(): void
}

/** What a transaction was. */
export type ObservedChange = {
  /** It changed words of articles and annexes and nothing beside them: no fact, no heading, no order. */
  isTextAlone: boolean
  /** It was made here, by who looks at this copy. */
  isOwn: boolean
}

type Json = Record<string, unknown>
type Parts = Map<string, WithMessages<unknown>>

const FIELDS = fieldsOf(agreementBody)
const STRANGERS = '*'
/** Sets are shown in the order of these lists, so a change of their order is a change everywhere. */
const ORDERING_LISTS = ['parties', 'signatories', 'contacts', 'financing.sources']

/** Watches a document. It is read when somebody asks, and only where it changed since. */
export function observeAgreement(doc: Y.Doc): ObservedAgreement {
  const parts: Parts = new Map()
  const records = new Map<string, WithMessages<Json>>()
  const listeners = new Set<(change: ObservedChange) => void>()
  let body: AgreementBody | null = null
  let order = orderOfLists(doc)

  const refresh = (): AgreementBody => {
    if (body !== null) return body
    for (const field of FIELDS)
      if (!parts.has(field.name)) parts.set(field.name, sharedPart(doc, field, records, previous))
    if (!parts.has(STRANGERS)) parts.set(STRANGERS, readTopStrangers(doc))
    const strangers = parts.get(STRANGERS)?.value as [string, unknown][]
    body = assemble([...FIELDS.map(({ name }) => [name, parts.get(name)?.value] as const), ...strangers])
    return body
  }

  const previous = new Map<string, unknown>()
  const forget = (name: string) => {
    const part = parts.get(name)
    if (part) previous.set(name, part.value)
    parts.delete(name)
  }

  const forgetOrder = () => {
    const orderNow = orderOfLists(doc)
    if (orderNow === order) return
    order = orderNow
    records.clear()
    for (const field of FIELDS) forget(field.name)
  }

  const onTransaction = (transaction: Y.Transaction) => {
    if (transaction.changed.size === 0) return
    let isTextAlone = true
    for (const type of transaction.changed.keys())
      isTextAlone = forgetChanged(doc, type as Y.AbstractType<unknown>, records, forget) && isTextAlone
    if (!isTextAlone) forgetOrder()
    body = null
    const change = { isTextAlone, isOwn: transaction.local }
    for (const listener of [...listeners]) listener(change)
  }

  doc.on('afterTransaction', onTransaction)
  return {
    get: refresh,
    messages: () => {
      refresh()
      return [...parts.values()].flatMap((part) => part.messages)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => doc.off('afterTransaction', onTransaction),
  }
}

function orderOfLists(doc: Y.Doc): string {
  return ORDERING_LISTS.map((path) =>
    placedRecords(listMap(doc, path))
      .map(({ id }) => id)
      .join(),
  ).join(';')
}

/** Reads one part, taking unchanged records from memory and giving back the very same list when none changed. */
function sharedPart(
  doc: Y.Doc,
  field: Field,
  records: Map<string, WithMessages<Json>>,
  previous: ReadonlyMap<string, unknown>,
): WithMessages<unknown> {
  const part = readPart(doc, field, (list, id, record) => {
    const name = `${list.path}/${id}`
    const known = records.get(name) ?? readRecord(doc, list, id, record)
    records.set(name, known)
    return known
  })
  return { ...part, value: shared(part.value, previous.get(field.name)) }
}

/** The earlier value when the new one says the same, one level of lists and groups deep. */
function shared(now: unknown, before: unknown): unknown {
  if (Array.isArray(now) && Array.isArray(before)) return sameItems(now, before) ? before : now
  if (isGroup(now) && isGroup(before)) {
    const merged = Object.fromEntries(
      Object.entries(now).map(([name, value]) => [name, shared(value, before[name])]),
    )
    return sameItems(Object.values(merged), Object.values(before)) ? before : merged
  }
  return now
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => Object.is(item, b[index]))
}

function isGroup(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Gives true when it was a text. */
function forgetChanged(
  doc: Y.Doc,
  type: Y.AbstractType<unknown>,
  records: Map<string, unknown>,
  forget: (part: string) => void,
): boolean {
  const { rootName, recordId } = placeOf(doc, type)
  const owner = maybeFragmentOwner(rootName)
  if (rootName === TOP) {
    for (const field of FIELDS)
      if (field.layout.kind === 'scalar' || field.layout.kind === 'json') forget(field.name)
    forget(STRANGERS)
  } else if (owner) {
    records.delete(`${owner.listPath}/${owner.id}`)
    forget(owner.listPath)
  } else {
    if (recordId !== null) records.delete(`${rootName}/${recordId}`)
    else for (const name of records.keys()) if (name.startsWith(`${rootName}/`)) records.delete(name)
    forget(rootName.split('.')[0] ?? rootName)
  }
  return owner !== null
}

/** The root a type stands in, and the key of the record it belongs to, when it belongs to one. */
function placeOf(doc: Y.Doc, type: Y.AbstractType<unknown>): { rootName: string; recordId: string | null } {
  let at: Y.AbstractType<unknown> = type
  let recordId: string | null = null
  while (at._item !== null) {
    recordId = at._item.parentSub
    at = at._item.parent as Y.AbstractType<unknown>
  }
  return { rootName: nameOfRoot(doc, at), recordId }
}
