import type { AgreementBody } from '../agreement/agreement.ts'
import type { Finding } from './finding.ts'

/** A record with the fields by which it belongs to a party; most have one of them. */
type Owned = {
  id?: string
  partyId?: string | null
  leadPartyId?: string | null
  responsiblePartyId?: string | null
}

/** The parties a finding is about: named as item, or owner of a record that it names as item or place. */
export function ownersIn(body: AgreementBody, finding: Finding): Set<string> {
  const owners = ownersOf(body)
  const named = new Set([...finding.items, ...finding.targets.flatMap((at) => at.split('.'))])
  return new Set([...named].flatMap((id) => owners.get(id) ?? []))
}

const known = new WeakMap<AgreementBody, Map<string, string>>()

function ownersOf(body: AgreementBody): Map<string, string> {
  const owners = known.get(body) ?? new Map(ownedBy(body))
  known.set(body, owners)
  return owners
}

function ownedBy(body: AgreementBody): [string, string][] {
  const { financing, boundaries, safety, evaluation } = body
  const records: Owned[] = [
    ...body.tasks,
    ...body.contacts,
    ...body.signatories,
    ...body.anchoring,
    ...financing.sources,
    ...financing.lines,
    ...financing.accountability,
    ...boundaries.notTasks,
    ...safety.vog,
    ...evaluation.moments,
  ]
  return [
    ...body.parties.map(({ id }): [string, string] => [id, id]),
    ...records.flatMap((record): [string, string][] => {
      const owner = record.partyId ?? record.leadPartyId ?? record.responsiblePartyId
      return record.id && owner ? [[record.id, owner]] : []
    }),
  ]
}
