import { readFileSync } from 'node:fs'
import type { AdviceRecord } from '../../shared/advice/facts.ts'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { parseSnapshot } from '../../shared/agreement/snapshot.ts'

type Json = Record<string, unknown>
export type Operation = { op: string; path: string; value?: unknown }
/** One change to an example after which a rule must fire. */
export type Trigger = { rule_slug: string; base_file: string; patch: Operation[] }

const file = new URL('../golden/rule-triggers.json', import.meta.url)

/** One change per machine rule, on the examples in the domain pack's form. */
export const RULE_TRIGGERS: readonly Trigger[] = JSON.parse(readFileSync(file, 'utf8')).triggers

/**
 * Applies a JSON patch (RFC 6902): add, replace, remove. Gives a new value; throws on another operation, and on a path that
 * is not there.
 */
export function applyPatch(document: unknown, patch: readonly Operation[]): unknown {
  const result = structuredClone(document)
  for (const operation of patch) applyOperation(result, operation)
  return result
}

function applyOperation(document: unknown, { op, path, value }: Operation): void {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = steps.pop() ?? ''
  const parent = steps.reduce<unknown>(childOf, document)
  if (op === 'add' && Array.isArray(parent)) {
    parent.splice(last === '-' ? parent.length : Number(last), 0, value)
    return
  }
  if (op !== 'add') childOf(parent, last)
  if (op === 'remove' && Array.isArray(parent)) parent.splice(Number(last), 1)
  else if (op === 'remove') delete (parent as Json)[last]
  else if (op === 'add' || op === 'replace') (parent as Json)[last] = value
  else throw new Error(`applyPatch: no operation ${op}`)
}

function childOf(parent: unknown, step: string): unknown {
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, step))
    throw new Error(`applyPatch: nothing at ${step}`)
  return (parent as Json)[step]
}

/** The body of an example in the pack's form, and the parts of it that the server keeps as record. */
export function bodyAndRecord(example: unknown): { body: AgreementBody; record: AdviceRecord } {
  const parsed = parseSnapshot(example)
  if (!parsed.ok) throw new Error(`not a snapshot: ${JSON.stringify(parsed.messages)}`)
  const pack = example as {
    unresolved_placeholders: string[]
    open_items: { comments: number; proposals: number }
    drafting: { co_drafter_party_ids: string[] }
  }
  return {
    body: parsed.value,
    record: {
      unresolvedPlaceholders: pack.unresolved_placeholders,
      openItems: pack.open_items,
      coDrafterPartyIds: pack.drafting.co_drafter_party_ids,
    },
  }
}
