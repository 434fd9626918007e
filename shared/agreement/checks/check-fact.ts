import type { AgreementBody } from '../agreement.ts'
import type { Line } from '../financing.ts'
import { LISTS } from '../schema-walk.ts'
import { ibansIn, isIban } from './iban.ts'
import { brokenNorm, type LineNorm } from './line-norms.ts'
import { isEmail, isKvkNumber, isPhone, isPostalCode } from './numbers-and-addresses.ts'

/** What is probably wrong with a fact that is kept as it was written. It warns and never blocks. */
export type FactComplaint =
  | { reason: FormReason | OrderReason }
  | { reason: 'iban'; found: string }
  | { reason: 'norm'; norm: LineNorm }
export type FormReason = 'postalCode' | 'kvkNumber' | 'email' | 'phone'
export type OrderReason =
  | 'endBeforeStart'
  | 'decideAfterEnd'
  | 'dueBeforeStart'
  | 'decisionBeforeEvaluation'
  | 'leftBeforeJoined'

type Fields = Readonly<Record<string, unknown>>

/** By list path or group, and field: how a text in it should look. */
const FORMS: Readonly<Record<string, readonly [looksRight: (text: string) => boolean, reason: FormReason]>> =
  {
    'parties.postalCode': [isPostalCode, 'postalCode'],
    'parties.kvkNumber': [isKvkNumber, 'kvkNumber'],
    'contacts.email': [isEmail, 'email'],
    'contacts.phone': [isPhone, 'phone'],
  }

/** Of two dates beside each other, which may not come before which. */
const ORDERS: Readonly<Record<string, readonly [early: string, late: string, reason: OrderReason]>> = {
  'term.endDate': ['startDate', 'endDate', 'endBeforeStart'],
  'term.renewalDecideBy': ['renewalDecideBy', 'endDate', 'decideAfterEnd'],
  'tasks.dueDate': ['startDate', 'dueDate', 'dueBeforeStart'],
  'evaluation.moments.decisionBy': ['date', 'decisionBy', 'decisionBeforeEvaluation'],
  'parties.leftOn': ['joinedOn', 'leftOn', 'leftBeforeJoined'],
}

/** Fields beside which a broken yearly amount is told, for each span it can be broken over. */
const NORMED: Readonly<Record<LineNorm['per'], string>> = {
  hour: 'financing.lines.ratePerHour',
  month: 'financing.lines.hoursPerPersonMonth',
  year: 'financing.lines.hoursPerPersonMonth',
}

/**
 * What is probably wrong with the fact at an address (`parties.<id>.kvkNumber`, `term.endDate`); null when nothing is, when it
 * is empty, or when its record is gone.
 */
export function checkFact(address: string, body: AgreementBody): FactComplaint | null {
  const place = placeOf(address, body)
  if (place === null) return null
  const { path, field, fields } = place
  const name = `${path}.${field}`
  return (
    formComplaint(name, fields[field]) ??
    orderComplaint(name, fields) ??
    normComplaint(name, fields, body) ??
    ibanComplaint(fields[field])
  )
}

type Place = { path: string; field: string; fields: Fields }

/** The record or group that an address points into. */
function placeOf(address: string, body: AgreementBody): Place | null {
  const steps = address.split('.')
  const field = steps.at(-1) ?? ''
  const listPath = steps.slice(0, -2).join('.')
  const list = LISTS.get(listPath)
  const parent = steps.slice(0, list ? -2 : -1)
  const found = parent.reduce<unknown>((value, step) => (value as Fields | undefined)?.[step], body)
  const fields = list
    ? (found as Fields[] | undefined)?.find((record) => record[list.key] === steps.at(-2))
    : (found as Fields | undefined)
  return fields ? { path: parent.join('.'), field, fields } : null
}

/** A shelter may keep its address and number to itself; words instead of a number are meant so. */
const isInWords = (text: string): boolean => !/[\d@]/.test(text)

function formComplaint(name: string, value: unknown): FactComplaint | null {
  const form = FORMS[name]
  if (!form || typeof value !== 'string' || value.trim() === '') return null
  const [looksRight, reason] = form
  const mayBeWords = reason === 'postalCode' || reason === 'phone'
  return looksRight(value) || (mayBeWords && isInWords(value)) ? null : { reason }
}

/** ISO dates sort as text. */
function orderComplaint(name: string, fields: Fields): FactComplaint | null {
  const order = ORDERS[name]
  if (!order) return null
  const [early, late, reason] = order
  const [before, after] = [fields[early], fields[late]]
  return typeof before === 'string' && typeof after === 'string' && after < before ? { reason } : null
}

function normComplaint(name: string, fields: Fields, body: AgreementBody): FactComplaint | null {
  if (!Object.values(NORMED).includes(name)) return null
  const norm = brokenNorm(fields as Line, body.norms)
  return norm !== null && NORMED[norm.per] === name ? { reason: 'norm', norm } : null
}

/** True for a fact whose check looks at more than a text that stands there: it can turn wrong while the fact itself stays. */
export function isHeldAgainstOthers(address: string): boolean {
  const steps = address.split('.')
  const listPath = steps.slice(0, -2).join('.')
  const name = LISTS.has(listPath) ? `${listPath}.${steps.at(-1)}` : address
  return name in FORMS || name in ORDERS || Object.values(NORMED).includes(name)
}

/** A wrong account number in a text, whatever the text is about. */
export function ibanComplaint(value: unknown): FactComplaint | null {
  if (typeof value !== 'string') return null
  const found = ibansIn(value).find((iban) => !isIban(iban))
  return found === undefined ? null : { reason: 'iban', found }
}
