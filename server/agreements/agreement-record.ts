import type { AgreementRecord } from '../../shared/agreement/record.ts'
import type { Participation } from '../access/participation.ts'
import type { StoredAgreement } from '../storage/agreements.ts'

/**
 * What the server keeps and derives about an agreement, for its snapshot (design 4.2). Who wrote along are the parties
 * for which somebody joined as a writer.
 */
export function agreementRecord(
  stored: StoredAgreement,
  participants: readonly Participation[],
  unresolvedPlaceholders: string[],
): AgreementRecord {
  const writers = participants.filter(({ role }) => role === 'writer')
  return {
    id: stored.id,
    status: stored.status as AgreementRecord['status'],
    version: stored.version,
    clauseAgreements: [],
    signatures: [],
    openItems: { comments: 0, proposals: 0 },
    unresolvedPlaceholders,
    coDrafterPartyIds: [
      ...new Set(writers.flatMap(({ partyId }) => (partyId === null ? [] : [partyId]))),
    ].sort(),
  }
}
