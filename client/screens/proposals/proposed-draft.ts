import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { ProposedChange, ProposedValue } from '../../../shared/agreement/proposed-change.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import { type ComplaintReason, choicesAt, layoutAt, scalarForm, YES_NO } from '../../forms/index.ts'

/** What somebody fills in for a fact, before it is proposed: what they typed, the key they chose, or the keys of a set as JSON; empty for no answer. */
export type Draft = string

/** Whether a fact can be proposed: a value, a text, a set. What is kept and replaced as a whole can not. */
export function isProposable(address: string): boolean {
  const { kind } = layoutAt(address)
  return kind === 'scalar' || kind === 'longText' || kind === 'set'
}

/** What a fact says now, as it is filled in. */
export function draftOf(address: string, value: unknown): Draft {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return draftOfKeys(value.map(String))
  const layout = layoutAt(address)
  const form = layout.kind === 'scalar' ? scalarForm(layout.type) : null
  if (form === null || (typeof value !== 'string' && typeof value !== 'number')) return String(value)
  return form.formatForEditing(value)
}

const draftOfKeys = (keys: readonly string[]): Draft =>
  keys.length === 0 ? '' : JSON.stringify([...keys].sort())

/** The keys of a set that is being filled in. */
export const keysIn = (draft: Draft): string[] => (draft === '' ? [] : (JSON.parse(draft) as string[]))

/** The draft of a set with one key more or less. */
export const withKey = (draft: Draft, key: string, isIn: boolean): Draft =>
  draftOfKeys([...keysIn(draft).filter((each) => each !== key), ...(isIn ? [key] : [])])

export type ReadDraft = { ok: true; value: ProposedValue } | { ok: false; reason: ComplaintReason }

/** The value that a draft stands for; not `ok` when the fact cannot say that. Throws a RangeError for what can not be proposed. */
export function readDraft(address: string, draft: Draft, body: AgreementBody, catalog: Catalog): ReadDraft {
  const layout = layoutAt(address)
  if (layout.kind === 'longText') return { ok: true, value: draft }
  if (layout.kind === 'set') return { ok: true, value: keysIn(draft) }
  if (draft === '') return { ok: true, value: null }
  if (choicesAt(address, body, catalog) !== null) {
    const isYesNo = layout.kind === 'scalar' && layout.type.name === 'boolean'
    return { ok: true, value: isYesNo ? YES_NO[draft as keyof typeof YES_NO] : draft }
  }
  const form = layout.kind === 'scalar' ? scalarForm(layout.type) : null
  if (form === null) throw new RangeError(`readDraft: ${address} is not filled in`)
  return form.parse(draft)
}

/** The values that the drafts of a row stand for, by the names of its facts; null while one of them can not be. */
export function readRow(
  drafts: Readonly<Record<string, Draft>>,
  addressOf: (name: string) => string,
  body: AgreementBody,
  catalog: Catalog,
): Record<string, ProposedValue> | null {
  const values: Record<string, ProposedValue> = {}
  for (const [name, draft] of Object.entries(drafts)) {
    const read = readDraft(addressOf(name), draft, body, catalog)
    if (!read.ok) return null
    values[name] = read.value
  }
  return values
}

const isAnswer = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

const plain = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.map(String).sort() : value)

/** A new row with what was filled in for it, behind what its table begins a row with; nothing while nothing was filled in. */
export function newRow(
  list: string,
  begins: Readonly<Record<string, string>>,
  values: Record<string, ProposedValue>,
): ProposedChange[] {
  const answered = Object.entries(values).filter(([, value]) => isAnswer(value))
  if (answered.length === 0) return []
  return [{ kind: 'row-add', list, values: { ...begins, ...Object.fromEntries(answered) } }]
}

/** What would become otherwise in a row that is there: a change for each fact. */
export function changedFacts(
  list: string,
  rowId: string,
  now: Readonly<Record<string, unknown>>,
  values: Record<string, ProposedValue>,
): ProposedChange[] {
  const isChanged = (before: unknown, after: ProposedValue) =>
    (isAnswer(before) || isAnswer(after)) && plain(before) !== plain(after)
  return Object.entries(values)
    .filter(([name, value]) => isChanged(now[name], value))
    .map(([name, value]) => ({ kind: 'fact', address: `${list}.${rowId}.${name}`, value }))
}
