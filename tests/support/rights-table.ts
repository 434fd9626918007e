import type { Endpoint } from '../../shared/protocol/endpoint.ts'
import { type endpoints, ROLES, type Role } from '../../shared/protocol/endpoints.ts'

/** The endpoints of one agreement, and those of the workspace: what a credential has to prove. */
type GuardedBy<Access extends Endpoint['access']> = {
  [Name in keyof typeof endpoints]: (typeof endpoints)[Name]['access'] extends Access ? Name : never
}[keyof typeof endpoints]

export type AgreementEndpoint = GuardedBy<'agreement'>

const everyone = ROLES
const writers = ['facilitator', 'writer'] as const
/** Who speaks for a party, by being the first in it or by choice of who leads. */
const haveTheWord = ['writer', 'signatory'] as const
const lead = ['facilitator'] as const
/** Who has something to say: all but who came to read. */
const speakers = ['facilitator', 'writer', 'commenter', 'signatory'] as const
/** Whom the party sent; who leads scores only for parties that nobody writes for. */
const forOwnParty = ['writer', 'commenter', 'signatory'] as const

/**
 * Who of those who take part may do what. It does not compile when an endpoint of an agreement is forgotten. A role that is named here
 * gets another answer than "not allowed"; one that is not gets that one.
 */
export const RIGHTS: Record<AgreementEndpoint, readonly Role[]> = {
  getAgreement: everyone,
  getAgreementTheme: everyone,
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
  getProposals: everyone,
  makeProposal: writers,
  decideProposals: writers,
  reopenProposal: writers,
  changeProposalRules: lead,
  importFile: writers,
  listReturns: everyone,
  getReturn: everyone,
  decideReturn: writers,
  removeReturn: everyone,
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
  getComments: everyone,
  startThread: speakers,
  replyInThread: speakers,
  settleThread: speakers,
  changeComment: speakers,
  removeComment: speakers,
  getFixing: everyone,
  fixText: lead,
  askToOpenAgain: lead,
  agreeToOpenAgain: haveTheWord,
  getConsents: everyone,
  giveConsent: haveTheWord,
  getAgreedContent: everyone,
  getRounds: everyone,
  openRound: writers,
  closeRound: writers,
  shareRemarks: ['writer'],
  removeRemark: ['writer'],
  getUnclear: everyone,
  markUnclear: everyone,
  clearUnclear: lead,
  getOpenPoints: everyone,
  addOpenPoint: speakers,
  changeOpenPoint: speakers,
  removeOpenPoint: speakers,
  exportOpenPoints: everyone,
  listVersions: everyone,
  makeVersion: writers,
  getVersion: everyone,
  restoreVersion: writers,
  restoreArticleAt: writers,
  removeVersion: writers,
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
  changeTheme: () => ({ theme: null }),
  scoreFactor: ({ partyId }) => ({ partyId, factorId: 'F01', score: 3 }),
  changeParticipant: () => ({ role: 'reader' }),
  makeProposal: ({ articleId }) => ({
    id: 'a'.repeat(20),
    change: { kind: 'article-remove', articleId },
  }),
  decideProposals: () => ({
    decisions: [
      { decisionId: 'b'.repeat(20), proposalId: 'none', place: null, outcome: 'accept', seen: null },
    ],
  }),
  reopenProposal: () => ({ decisionId: 'c'.repeat(20), proposalId: 'none' }),
  changeProposalRules: () => ({ decidedBy: 'other-party', guardsParagraphs: false }),
  decideReturn: () => ({ decisions: [{ changeId: 'none', outcome: 'leave', here: null }] }),
  readyForScan: ({ partyId }) => ({ partyId, ready: false }),
  openScan: () => ({ open: false }),
  writeStepNote: () => ({ itemId: 'prepare.none', audience: 'shared', mark: 'done' }),
  setAdviceAside: () => ({ slug: 'right_partner', factsKey: 'x', reason: 'Daarom.' }),
  takeUpAdvice: () => ({ slug: 'right_partner' }),
  startThread: ({ articleId }) => ({
    threadId: randomId(),
    commentId: randomId(),
    circle: 'everyone',
    partyId: null,
    anchor: { kind: 'article', articleId, quote: '' },
    text: 'Klopt dit?',
  }),
  replyInThread: () => ({ commentId: randomId(), text: 'Ja.' }),
  settleThread: () => ({ state: 'resolved' }),
  changeComment: () => ({ text: 'Toch niet.' }),
  fixText: () => ({}),
  askToOpenAgain: () => ({ ask: false }),
  agreeToOpenAgain: ({ partyId }) => ({ partyId }),
  giveConsent: ({ partyId, articleId }) => ({
    id: 'a_command_of_a_test',
    articleId,
    partyId,
    state: 'none',
  }),
  openRound: ({ partyId }) => ({ partyId, label: 'Vrijdagavond' }),
  shareRemarks: ({ partyId }) => ({ partyId, isShared: false }),
  markUnclear: ({ articleId }) => ({ articleId, unclear: false }),
  addOpenPoint: ({ articleId }) => ({
    id: 'open-point-of-the-table',
    sectionId: articleId,
    text: 'Wie belt de school?',
  }),
  changeOpenPoint: () => ({ isDone: true }),
  makeVersion: () => ({ id: 'version-of-the-table', name: 'Na de bijeenkomst' }),
  restoreVersion: ({ articleId }) => ({ id: 'restore-of-the-table', articleId }),
  restoreArticleAt: () => ({ id: 'restore-of-a-moment', moment: '2026-11-26T12:00:00Z' }),
}

/** Ids of comments are made by who writes them. */
const randomId = () => crypto.randomUUID()

/** The address of an endpoint with what stands in it filled in. */
export function addressIn({ path }: Endpoint, { agreementId, articleId }: Known): string {
  const filled = path.replace(':id', agreementId).replace(':articleId', articleId)
  const asked = path.endsWith('/at') ? `?moment=${encodeURIComponent('2026-11-26T12:00:00Z')}` : ''
  return filled.replace(/:[a-zA-Z]+/g, 'none') + asked
}
