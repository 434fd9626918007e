import { z } from 'zod'

/**
 * What the server keeps about an agreement, derived and never taken from input: nobody can write what proves something.
 */
export const AGREEMENT_STATUSES = [
  'draft',
  'in_review',
  'agreed',
  'ready_to_sign',
  'signed',
  'in_force',
  'ended',
  'archived',
] as const

export const agreementRecord = z.object({
  id: z.string(),
  status: z.enum(AGREEMENT_STATUSES),
  version: z.number().int().min(0),
  clauseAgreements: z.array(
    z.object({
      key: z.string(),
      partyId: z.string(),
      state: z.enum(['none', 'agreed', 'agreed_with_concern', 'objection']),
      version: z.number().int(),
    }),
  ),
  signatures: z.array(
    z.object({
      partyId: z.string(),
      signatoryId: z.string(),
      date: z.string(),
      place: z.string(),
      method: z.string(),
      documentHash: z.string(),
    }),
  ),
  openItems: z.object({ comments: z.number().int(), proposals: z.number().int() }),
  unresolvedPlaceholders: z.array(z.string()),
  coDrafterPartyIds: z.array(z.string()),
})

export type AgreementRecord = z.infer<typeof agreementRecord>
/** Names of the record's parts at the top of a snapshot; on input they are left aside. */
export const RECORD_KEYS = [
  'id',
  'status',
  'version',
  'clauseAgreements',
  'signatures',
  'openItems',
  'unresolvedPlaceholders',
] as const
