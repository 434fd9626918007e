import { useMemo } from 'react'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { BlockDescription } from '../../shared/outline/block-description.ts'
import { callParty } from '../../shared/outline/parties.ts'
import { useForms, useOfFacts } from './forms-agreement.ts'
import type { FormRecord } from './use-records.ts'

/** Records that stand together. `heading` is null when the block has no groups, empty for those of no party. */
export type RecordGroup = { key: string; heading: string | null; records: readonly FormRecord[] }

type NamedParty = { id: string; name: string }
const NO_PARTIES: readonly NamedParty[] = []
const partiesOf = (body: AgreementBody) => body.parties

/** The parties by which a block groups; none when it does not. */
export function usePartiesFor({ groupBy }: BlockDescription): readonly NamedParty[] {
  const { catalog } = useForms()
  const parties = useOfFacts(partiesOf)
  return useMemo(
    () =>
      groupBy === null
        ? NO_PARTIES
        : parties.map((party) => ({ id: party.id, name: callParty(party, catalog) })),
    [groupBy, parties, catalog],
  )
}

/** The records by party, also for parties that have none yet: there one adds the first. Those of nobody come last. */
export function groupsWithParties(
  { groupBy }: BlockDescription,
  records: readonly FormRecord[],
  parties: readonly NamedParty[],
): RecordGroup[] {
  if (groupBy === null) return [{ key: 'all', heading: null, records }]
  const groups = parties.map(({ id, name }) => ({
    key: id,
    heading: name,
    records: records.filter((record) => record[groupBy] === id),
  }))
  const known = new Set(parties.map(({ id }) => id))
  const left = records.filter((record) => !known.has(String(record[groupBy])))
  return left.length === 0 ? groups : [...groups, { key: 'nobody', heading: '', records: left }]
}
