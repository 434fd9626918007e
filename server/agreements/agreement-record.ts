import type { AgreementRecord } from '../../shared/agreement/record.ts'
import type { Participation } from '../access/participation.ts'
import type { StoredAgreement } from '../storage/agreements.ts'

/**
 * What the server keeps and derives about an agreement, for its snapshot (design 4.2). `writers` are the persons who wrote in
 * its text: a party wrote along when one of its people did, not when somebody opened its link.
 */
export function agreementRecord(
  stored: StoredAgreement,
  participants: readonly Participation[],
  writers: ReadonlySet<string>,
  unresolvedPlaceholders: string[],
): AgreementRecord {
  const drafting = participants.flatMap(({ personId, partyId }) =>
    partyId !== null && writers.has(personId) ? [partyId] : [],
  )
  return {
    id: stored.id,
    status: stored.status as AgreementRecord['status'],
    version: stored.version,
    clauseAgreements: [],
    signatures: [],
    openItems: { comments: 0, proposals: 0 },
    unresolvedPlaceholders,
    coDrafterPartyIds: [...new Set(drafting)].sort(),
  }
}
