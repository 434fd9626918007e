import type { AgreementRecord } from '../../shared/agreement/record.ts'
import type { Participation } from '../access/participation.ts'
import type { StoredAgreement } from '../storage/agreements.ts'
import type { Akkoord } from './akkoord.ts'

/** What is open in an agreement, as far as all parties know of it. */
export type CountOpenItems = (agreementId: string) => Promise<AgreementRecord['openItems']>

/**
 * What the server keeps and derives about an agreement, for its snapshot (design 4.2). `writers` are the persons who wrote in
 * its text: a party wrote along when one of its people did, not when somebody opened its link. `openItems` counts what everybody may know.
 */
export function agreementRecord(
  stored: StoredAgreement,
  participants: readonly Participation[],
  writers: ReadonlySet<string>,
  unresolvedPlaceholders: string[],
  openItems: AgreementRecord['openItems'],
  akkoord: Akkoord,
): AgreementRecord {
  const drafting = participants.flatMap(({ personId, partyId }) =>
    partyId !== null && writers.has(personId) ? [partyId] : [],
  )
  return {
    id: stored.id,
    ...akkoord,
    version: stored.version,
    signatures: [],
    openItems,
    unresolvedPlaceholders,
    coDrafterPartyIds: [...new Set(drafting)].sort(),
  }
}
