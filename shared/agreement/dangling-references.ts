import type { Message } from '../support/message.ts'
import { type AgreementBody, agreementBody } from './agreement.ts'
import { keysIn } from './canonical.ts'
import type { Target } from './field.ts'
import { type Field, fieldsOf, groupSchema, recordSchema } from './schema-walk.ts'

type Json = Record<string, unknown>

/** Targets that are records of the agreement itself; catalogues are judged where the catalogue is known. */
const INSIDE: ReadonlySet<Target> = new Set([
  'parties',
  'signatories',
  'contacts',
  'articles',
  'financing.sources',
  'financing.lines',
])
/** A meeting's place may be this word instead of a party. Domain pack, agreement.md 3.13. */
const ROTATING = 'rotating'

/** Every reference to a record of this agreement that is not there (any more). It is kept; this says where it stands. */
export function danglingReferences(body: AgreementBody): Message[] {
  const known = new Map([...INSIDE].map((target) => [target, new Set(keysIn(body, target))]))
  const isKnown = (target: Target, key: string) => known.get(target)?.has(key) ?? true
  return inGroup(fieldsOf(agreementBody), body, '', isKnown)
}

type IsKnown = (target: Target, key: string) => boolean

function inGroup(fields: readonly Field[], group: Json, prefix: string, isKnown: IsKnown): Message[] {
  return fields.flatMap((field) => inField(field, group[field.name], prefix + field.name, isKnown))
}

function inField(field: Field, value: unknown, path: string, isKnown: IsKnown): Message[] {
  const { layout } = field
  if (layout.kind === 'object')
    return inGroup(fieldsOf(groupSchema(field)), value as Json, `${path}.`, isKnown)
  if (layout.kind === 'list') {
    const fields = fieldsOf(recordSchema(field), layout.key)
    return (value as Json[]).flatMap((item) => inGroup(fields, item, `${path}.${item[layout.key]}.`, isKnown))
  }
  if (layout.kind === 'set')
    return (value as string[]).flatMap((key) => complain(layout.to, key, path, isKnown))
  if (layout.kind === 'scalar' && layout.type.name === 'reference' && typeof value === 'string') {
    return complain(layout.type.to, value, path, isKnown)
  }
  return []
}

function complain(target: Target, key: string, path: string, isKnown: IsKnown): Message[] {
  if (isKnown(target, key) || key === ROTATING || key === '') return []
  return [{ path, reason: 'dangling_reference', expected: `the id of one of ${target}`, found: key }]
}
