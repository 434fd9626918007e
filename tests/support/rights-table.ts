import type { Endpoint } from '../../shared/protocol/endpoint.ts'
import { type endpoints, ROLES, type Role } from '../../shared/protocol/endpoints.ts'

/** The endpoints of one agreement, and those of the workspace: what a credential has to prove. */
type GuardedBy<Access extends Endpoint['access']> = {
  [Name in keyof typeof endpoints]: (typeof endpoints)[Name]['access'] extends Access ? Name : never
}[keyof typeof endpoints]

export type AgreementEndpoint = GuardedBy<'agreement'>

const everyone = ROLES
const writers = ['facilitator', 'writer'] as const
const lead = ['facilitator'] as const
/** Whom the party sent; who leads scores only for parties that nobody writes for. */
const forOwnParty = ['writer', 'commenter', 'signatory'] as const

/**
 * Who of those who take part may do what. It does not compile when an endpoint of an agreement is forgotten. A role that is named here
 * gets another answer than "not allowed"; one that is not gets that one.
 */
export const RIGHTS: Record<AgreementEndpoint, readonly Role[]> = {
  getAgreement: everyone,
  getParticipants: everyone,
  invite: lead,
  listInvitations: lead,
  revokeInvitation: lead,
  closeLinks: lead,
  makeRoomCode: lead,
  closeRoomCode: lead,
  changeParticipant: lead,
  removeParticipant: lead,
  admitParticipant: lead,
  exportAgreement: everyone,
  archiveAgreement: lead,
  listActs: lead,
  exportActs: lead,
  deleteAgreement: lead,
  getRetention: lead,
  getHistory: everyone,
  getArticleAt: everyone,
  getScan: everyone,
  scoreFactor: forOwnParty,
  readyForScan: forOwnParty,
  openScan: lead,
  getStepNotes: everyone,
  writeStepNote: writers,
  getAdvice: everyone,
  setAdviceAside: writers,
  takeUpAdvice: writers,
  askQuestions: writers,
  getRounds: everyone,
  openRound: writers,
  closeRound: writers,
  shareRemarks: ['writer'],
}

/** What a test knows of the agreement it asks about. */
export type Known = { agreementId: string; partyId: string; articleId: string }

/** Bodies that pass, so that only the right can be what is wrong. */
export const BODIES: { readonly [Name in keyof typeof endpoints]?: (known: Known) => unknown } = {
  createAgreement: () => ({ templateId: 'coop_youth' }),
  invite: () => ({ partyId: null, role: 'writer' }),
  archiveAgreement: () => ({ archived: false }),
  deleteAgreement: () => ({ title: 'een andere titel' }),
  eraseMe: () => ({ erase: true }),
  changeRetention: () => ({ months: null }),
  scoreFactor: ({ partyId }) => ({ partyId, factorId: 'F01', score: 3 }),
  changeParticipant: () => ({ role: 'reader' }),
  readyForScan: ({ partyId }) => ({ partyId, ready: false }),
  openScan: () => ({ open: false }),
  writeStepNote: () => ({ itemId: 'prepare.none', audience: 'shared', mark: 'done' }),
  setAdviceAside: () => ({ slug: 'right_partner', factsKey: 'x', reason: 'Daarom.' }),
  takeUpAdvice: () => ({ slug: 'right_partner' }),
  openRound: ({ partyId }) => ({ partyId, label: 'Vrijdagavond' }),
  shareRemarks: ({ partyId }) => ({ partyId, isShared: false }),
}

/** The address of an endpoint with what stands in it filled in. */
export function addressIn({ path }: Endpoint, { agreementId, articleId }: Known): string {
  const filled = path.replace(':id', agreementId).replace(':articleId', articleId)
  const asked = path.endsWith('/at') ? `?moment=${encodeURIComponent('2026-11-26T12:00:00Z')}` : ''
  return filled.replace(/:[a-zA-Z]+/g, 'none') + asked
}
