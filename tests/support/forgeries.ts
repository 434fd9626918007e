import type { Started } from './test-server.ts'

export type Forger = 'lead' | 'rachid' | 'mark' | 'commenter' | 'reader' | 'stranger'

/** An agreement in which Fatima, who speaks for the first party, said yes, proposed, and commented; and what everybody may know of that. */
export type Scene = {
  agreement: Started
  articleId: string
  /** Hash of what the article says. */
  hash: string
  fatima: { partyId: string; personId: string }
  /** Speaks for the second party. */
  mark: { partyId: string }
  /** Ids of Fatima's. */
  consentId: string
  proposalId: string
  threadId: string
  commentId: string
  /** A thread of her organisation alone. */
  hiddenId: string
  /** The version that she named. */
  versionId: string
  /** The Word file that she brought back, that of Mark, and one of another agreement; each says one thing otherwise, which Mark left. */
  returned: Record<
    'hers' | 'marks' | 'elsewhere',
    { returnId: string; changeId: string; here: string | null }
  >
  newId: () => string
}

/** A request that would make, change or undo what another said. `refused`: the problem, or the result of a decision, and who it is said to. */
export type Forgery = {
  what: string
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: (scene: Scene) => string
  body?: (scene: Scene) => unknown
  refused: Partial<Record<Forger, string>>
}

const NOT_THEIRS = { reader: 'not-allowed', stranger: 'not-allowed' } as const
const NOBODY_ELSE = { ...NOT_THEIRS, commenter: 'not-allowed', rachid: 'not-allowed' } as const

const consent = (changes: (scene: Scene) => object) => (scene: Scene) => ({
  id: scene.newId(),
  articleId: scene.articleId,
  partyId: scene.fatima.partyId,
  state: 'objection',
  reason: 'Verzonnen.',
  hash: scene.hash,
  ...changes(scene),
})
const decision = (outcome: string) => (scene: Scene) => ({
  decisions: [{ decisionId: scene.newId(), proposalId: scene.proposalId, place: null, outcome, seen: null }],
})

/** `of` is the file whose change is named, `through` the one in which it is said to be. */
const taking =
  (
    of: keyof Scene['returned'],
    claim: { outcome?: 'take' | 'leave'; changeId?: string; here?: string } = {},
  ) =>
  ({ returned }: Scene) => {
    const { changeId, here } = returned[of]
    return { decisions: [{ changeId, outcome: 'take', here, ...claim }] }
  }
const decisionsOf =
  (through: keyof Scene['returned']) =>
  ({ returned }: Scene) =>
    `/returns/${returned[through].returnId}/decisions`
const EVERY_OTHER = { ...NOBODY_ELSE, lead: 'not-allowed', mark: 'not-allowed' } as const

/** What would forge an akkoord, an author, a time or a decision. Every one of them is refused and leaves everything as it was. */
export const FORGERIES: readonly Forgery[] = [
  {
    what: 'an objection for the party of another',
    path: () => '/consents',
    body: consent(() => ({})),
    refused: { ...NOBODY_ELSE, lead: 'not-allowed', mark: 'not-allowed' },
  },
  {
    what: 'the akkoord of another, sent again',
    path: () => '/consents',
    body: consent(({ consentId }) => ({ id: consentId, state: 'agreed' })),
    refused: { ...NOBODY_ELSE, lead: 'not-allowed', mark: 'not-allowed' },
  },
  {
    what: 'an akkoord to words that stand nowhere',
    path: () => '/consents',
    body: consent(({ mark }) => ({ partyId: mark.partyId, state: 'agreed', hash: 'f'.repeat(64) })),
    refused: { mark: 'changed-meanwhile' },
  },
  {
    what: 'an akkoord to an article that is not there',
    path: () => '/consents',
    body: consent(({ mark }) => ({ partyId: mark.partyId, state: 'agreed', articleId: '__proto__' })),
    refused: { mark: 'changed-meanwhile' },
  },
  {
    what: 'accepting a proposal of the own party, or without a party',
    path: () => '/proposals/decisions',
    body: decision('accept'),
    refused: { ...NOBODY_ELSE, lead: 'not-allowed' },
  },
  {
    what: 'taking a decision back that nobody took',
    path: () => '/proposals/reopenings',
    body: ({ newId, proposalId }) => ({ decisionId: newId(), proposalId }),
    refused: { ...NOT_THEIRS, commenter: 'not-allowed', mark: 'unknown-proposal' },
  },
  {
    what: 'choosing who decides',
    path: () => '/proposals/rules',
    body: () => ({ decidedBy: 'facilitator', guardsParagraphs: true }),
    refused: { ...NOBODY_ELSE, mark: 'not-allowed' },
  },
  {
    what: 'other words in the comment of another',
    method: 'PATCH',
    path: ({ threadId, commentId }) => `/comments/${threadId}/${commentId}`,
    body: () => ({ text: 'Verzonnen.' }),
    refused: { ...NOBODY_ELSE, lead: 'not-allowed', mark: 'not-allowed' },
  },
  {
    what: 'the comment of another, gone',
    method: 'DELETE',
    path: ({ threadId, commentId }) => `/comments/${threadId}/${commentId}`,
    refused: { ...NOBODY_ELSE, lead: 'not-allowed', mark: 'not-allowed' },
  },
  {
    what: 'a reply in the circle of another organisation',
    path: ({ hiddenId }) => `/comments/${hiddenId}/replies`,
    body: ({ newId }) => ({ commentId: newId(), text: 'Ik lees mee.' }),
    refused: {
      lead: 'unknown-thread',
      mark: 'unknown-thread',
      reader: 'not-allowed',
      stranger: 'not-allowed',
    },
  },
  {
    what: 'a comment within the organisation of another',
    path: () => '/comments',
    body: ({ newId, articleId, fatima }) => ({
      ...{ threadId: newId(), commentId: newId(), circle: 'organisation', partyId: fatima.partyId },
      ...{ anchor: { kind: 'article', articleId, quote: '' }, text: 'Verzonnen.' },
    }),
    refused: { ...NOT_THEIRS, lead: 'not-allowed', mark: 'not-allowed' },
  },
  {
    what: 'fixing the text',
    path: () => '/fixing',
    body: () => ({ decision: 'Zomaar.' }),
    refused: { ...NOBODY_ELSE, mark: 'not-allowed' },
  },
  {
    what: 'the version of another, gone',
    method: 'DELETE',
    path: ({ versionId }) => `/versions/${versionId}`,
    refused: { ...NOBODY_ELSE, mark: 'not-allowed' },
  },
  {
    what: 'a yes of another party to opening again',
    path: () => '/fixing/opening/agree',
    body: ({ fatima }) => ({ partyId: fatima.partyId }),
    refused: { ...NOBODY_ELSE, lead: 'not-allowed', mark: 'not-allowed' },
  },
  {
    what: 'what is in the Word file of another',
    method: 'GET',
    path: ({ returned }) => `/returns/${returned.hers.returnId}`,
    refused: EVERY_OTHER,
  },
  {
    what: 'taking over what is in the Word file of another',
    path: decisionsOf('hers'),
    body: taking('hers'),
    refused: EVERY_OTHER,
  },
  {
    what: 'leaving what is in the Word file of another',
    path: decisionsOf('hers'),
    body: taking('hers', { outcome: 'leave' }),
    refused: EVERY_OTHER,
  },
  {
    what: 'the Word file of another, gone',
    method: 'DELETE',
    path: ({ returned }) => `/returns/${returned.hers.returnId}`,
    refused: { ...NOBODY_ELSE, mark: 'not-allowed' },
  },
  {
    what: 'a Word file that belongs to another agreement, decided on here',
    path: decisionsOf('elsewhere'),
    body: taking('elsewhere'),
    refused: { ...NOT_THEIRS, mark: 'unknown-return', lead: 'unknown-return' },
  },
  {
    what: 'a change that is in the file of another, as if it were in the own one',
    path: decisionsOf('marks'),
    body: taking('hers'),
    refused: { mark: 'not-open' },
  },
  {
    what: 'a change that nobody made',
    path: decisionsOf('marks'),
    body: taking('marks', { changeId: '__proto__' }),
    refused: { mark: 'not-open' },
  },
  {
    what: 'a change against words that stand nowhere',
    path: decisionsOf('marks'),
    body: taking('marks', { here: 'Verzonnen.' }),
    refused: { mark: 'changed-meanwhile' },
  },
  {
    what: 'a decision about a Word file, sent again',
    path: decisionsOf('marks'),
    body: taking('marks', { outcome: 'leave' }),
    refused: { mark: 'already' },
  },
]
