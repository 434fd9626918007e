import type { z } from 'zod'
import { describeFound, type Message } from '../support/message.ts'
import { type AgreementBody, agreementBody } from './agreement.ts'
import { canonical } from './canonical.ts'
import { danglingReferences } from './dangling-references.ts'
import { type ClauseOverride, camelCaseNames, inSchemaForm, isObject, isPackForm } from './input-forms.ts'
import type { AgreementRecord } from './record.ts'
import { fieldsOf, groupSchema, LISTS } from './schema-walk.ts'
import { FORBIDDEN_NAME, holdsForbiddenName } from './well-formed.ts'

/** Name of the exchange form of an agreement: JSON export and import, the API, the part inside the Word file. */
export const FORMAT = 'handslag-agreement/1'

export type ParsedSnapshot =
  | {
      ok: true
      value: AgreementBody
      hasArticles: boolean
      clauseOverrides: ClauseOverride[]
      messages: Message[]
    }
  | { ok: false; problem: 'malformed' | 'newer-format'; messages: Message[] }

/**
 * Reads a snapshot, or an example of the domain pack, from JSON. Refuses what is not an agreement, with every place that
 * is wrong; a newer format is refused by name. Keys it does not know and references that point nowhere are kept and
 * reported. `hasArticles` is false when the articles must come from the template.
 */
export function parseSnapshot(input: unknown): ParsedSnapshot {
  if (!isObject(input)) return malformed([message('', 'wrong_type', 'an agreement as a JSON object', input)])
  if (holdsForbiddenName(input)) {
    return malformed([
      message('', 'forbidden_name', `no field with the name ${FORBIDDEN_NAME}`, FORBIDDEN_NAME),
    ])
  }
  const formatTrouble = isPackForm(input) ? null : checkFormat(input.format)
  if (formatTrouble) return formatTrouble
  const { body, clauseOverrides } = inSchemaForm(
    isPackForm(input) ? (camelCaseNames(input) as typeof input) : input,
  )
  const checked = agreementBody.safeParse(body)
  if (!checked.success) return malformed(checked.error.issues.map((issue) => messageFor(issue, body)))
  const twice = repeatedKeys(body)
  if (twice.length > 0) return malformed(twice)
  const value = canonical(body as AgreementBody)
  const messages = [...unknownKeys(body), ...danglingReferences(value)]
  return { ok: true, value, hasArticles: Array.isArray(body.articles), clauseOverrides, messages }
}

export type Snapshot = { format: typeof FORMAT } & Omit<AgreementRecord, 'coDrafterPartyIds'> & AgreementBody

/** The exchange form: the format's name, what the server keeps, and the body. */
export function toSnapshot(body: AgreementBody, record: AgreementRecord): Snapshot {
  const { coDrafterPartyIds, ...rest } = record
  const drafting = { ...body.drafting, coDrafterPartyIds }
  return { format: FORMAT, ...rest, ...body, drafting }
}

function checkFormat(format: unknown): ParsedSnapshot | null {
  if (format === FORMAT) return null
  const newer = typeof format === 'string' && /^handslag-agreement\/\d+$/.test(format)
  const trouble = [message('format', newer ? 'newer_format' : 'wrong_format', FORMAT, format)]
  return newer ? { ok: false, problem: 'newer-format', messages: trouble } : malformed(trouble)
}

function malformed(messages: Message[]): ParsedSnapshot {
  return { ok: false, problem: 'malformed', messages }
}

function message(path: string, reason: string, expected: string, found: unknown): Message {
  return { path, reason, expected, found: describeFound(found) }
}

function messageFor(issue: z.core.$ZodIssue, input: unknown): Message {
  const { path, value } = follow(issue.path, input)
  return message(path, issue.code, expectedBy(issue), value)
}

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`
    case 'too_big':
      return `at most ${issue.maximum}`
    case 'too_small':
      return `at least ${issue.minimum}`
    default:
      return issue.message
  }
}

/** The dotted path with list items by id where they have one, and the value that stands there. */
function follow(path: readonly PropertyKey[], input: unknown): { path: string; value: unknown } {
  const names: string[] = []
  let value = input
  for (const step of path) {
    value =
      isObject(value) || Array.isArray(value) ? (value as Record<PropertyKey, unknown>)[step] : undefined
    names.push(
      typeof step === 'number' && isObject(value) && typeof value.id === 'string' ? value.id : String(step),
    )
  }
  return { path: names.join('.'), value }
}

function repeatedKeys(body: Record<string, unknown>): Message[] {
  return [...LISTS.values()].flatMap(({ path, key }) => {
    const keys = itemsAt(body, path).map((item) => item[key])
    const repeated = keys.filter((name, index) => keys.indexOf(name) !== index)
    return repeated.map((name) =>
      message(`${path}.${name}`, 'repeated_key', `a ${key} that stands once in the list`, name),
    )
  })
}

function unknownKeys(body: Record<string, unknown>): Message[] {
  const groups = fieldsOf(agreementBody).filter((field) => field.layout.kind === 'object')
  return [
    ...strangersIn(body, Object.keys(agreementBody.shape), ''),
    ...groups.flatMap((field) => {
      const group = body[field.name]
      return isObject(group)
        ? strangersIn(group, Object.keys(groupSchema(field).shape), `${field.name}.`)
        : []
    }),
    ...[...LISTS.values()].flatMap((list) =>
      itemsAt(body, list.path).flatMap((item) =>
        strangersIn(item, Object.keys(list.record.shape), `${list.path}.${item[list.key]}.`),
      ),
    ),
  ]
}

function strangersIn(value: Record<string, unknown>, known: readonly string[], prefix: string): Message[] {
  return Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) =>
      message(prefix + name, 'unknown_key', 'a field of this format; it is kept as it is', value[name]),
    )
}

function itemsAt(body: Record<string, unknown>, path: string): Record<string, unknown>[] {
  const value = path.split('.').reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), body)
  return Array.isArray(value) ? value.filter(isObject) : []
}
