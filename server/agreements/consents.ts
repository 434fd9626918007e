import type { z } from 'zod'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { ArticleContent } from '../../shared/agreement/article-content.ts'
import { articleContent } from '../../shared/agreement/article-content.ts'
import { type ConsentState, needsReason } from '../../shared/agreement/consent.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { articleContents } from '../../shared/outline/article-content.ts'
import type { ActKind } from '../../shared/protocol/acts.ts'
import type { Consent, ConsentsView, newConsent } from '../../shared/protocol/endpoints-consents.ts'
import { describeFound } from '../../shared/support/message.ts'
import { mayAgreeFor } from '../access/consents.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import type { ConsentStore, StoredConsent } from '../storage/consents.ts'
import type { FixingStore } from '../storage/fixing.ts'
import type { InTurn } from './in-turn.ts'
import type { Library } from './library.ts'
import type { LiveDocuments } from './live-documents.ts'

export type ConsentParts = {
  store: ConsentStore
  agreements: Pick<AgreementStore, 'knownBy' | 'holdOf'>
  documents: Pick<LiveDocuments, 'read'>
  fixing: Pick<FixingStore, 'reopenedUntil'>
  library: Pick<Library, 'catalog'>
  turn: InTurn
  clock: () => Date
  /** Tells everybody who is connected that a party said something. */
  tell: (agreementId: string) => void
}

const KINDS: Record<ConsentState, ActKind> = {
  none: 'consent_withdrawn',
  agreed: 'consent_agreed',
  agreed_with_concern: 'consent_concern',
  objection: 'consent_objection',
}

/** The akkoord of parties with articles: given by who speaks for a party, to exactly the words on the own screen, and kept with those. */
export type Consents = ReturnType<typeof createConsents>

export function createConsents(parts: ConsentParts) {
  const { store, agreements, documents, fixing, library, turn, clock, tell } = parts
  const bodyOf = (id: string) => documents.read(id, (doc) => readAgreement(doc).value)

  async function presented(agreementId: string, stored: readonly StoredConsent[]): Promise<Consent[]> {
    const ids = [...new Set(stored.map(({ personId }) => personId))]
    const people = new Map(
      (await agreements.knownBy(agreementId, ids)).map((one) => [one.personId, one.name]),
    )
    const until = await fixing.reopenedUntil(agreementId)
    return stored.map(({ seq, articleId, partyId, state, reason, hash, personId, at }) => ({
      ...{ articleId, partyId, state: state as ConsentState, reason, hash, personId, at },
      reopened: seq <= until,
      name: people.get(personId) ?? '',
    }))
  }

  async function presentedOne(stored: StoredConsent): Promise<Consent> {
    const [consent] = await presented(stored.agreementId, [stored])
    if (!consent) throw new RangeError('presented: one consent gives one')
    return consent
  }

  return {
    async view({ agreementId }: Participation): Promise<ConsentsView> {
      const { ids, hashOf } = articleContents(await bodyOf(agreementId), library.catalog)
      const articles = [...new Set(ids)].map((id) => ({ id, hash: hashOf(id) ?? '' }))
      return { articles, consents: await presented(agreementId, await store.consentsOf(agreementId)) }
    },

    /**
     * Keeps what a party says of an article. The same command of the same person is kept once. Throws the refusals `not-allowed` for who does not
     * speak for this party, `agreement-fixed`, `malformed-request` for an article or party that is not there or a reason that is, and
     * `changed-meanwhile` when the article says something else than what stood on the giver's screen.
     */
    give: (by: Participation, said: z.output<typeof newConsent>): Promise<Consent> => {
      if (!mayAgreeFor(by, said.partyId)) throw new Refusal('not-allowed')
      const { agreementId, personId } = by
      return turn(agreementId, async () => {
        const before = await store.maybeConsent(agreementId, personId, said.id)
        if (before) return presentedOne(before)
        if ((await agreements.holdOf(agreementId)) === 'fixed') throw new Refusal('agreement-fixed')
        const content = checked(await bodyOf(agreementId), said, library)
        const hash = content === null ? '' : said.hash
        const at = clock().toISOString()
        const consent = { ...said, agreementId, personId, hash, at }
        const seq = await store.addConsent(consent, content && JSON.stringify(content), KINDS[said.state])
        tell(agreementId)
        return presentedOne({ ...consent, seq })
      })
    },

    /** What an article said when somebody agreed. Throws a refusal `unknown-version` when nobody agreed to such a content. */
    async agreedContent({ agreementId }: Participation, hash: string): Promise<ArticleContent> {
      const kept = await store.maybeContent(agreementId, hash)
      if (kept === null) throw new Refusal('unknown-version')
      return articleContent.parse(JSON.parse(kept))
    },
  }
}

/** The content that is agreed to; null for `none`, which is about no content. */
function checked(
  body: AgreementBody,
  { articleId, partyId, state, reason, hash }: z.output<typeof newConsent>,
  { catalog }: Pick<Library, 'catalog'>,
): ArticleContent | null {
  const parties = body.parties.map(({ id }) => id)
  if (!parties.includes(partyId)) refuse('partyId', 'unknown_party', `one of ${parties.join(', ')}`, partyId)
  const { contentOf, hashOf } = articleContents(body, catalog)
  const content = contentOf(articleId)
  if (content === null) {
    if (state === 'none') return null
    throw new Refusal('changed-meanwhile')
  }
  if (needsReason(state) && reason === '') refuse('reason', 'missing', 'why', reason)
  if (state === 'none') return null
  if (hashOf(articleId) !== hash) throw new Refusal('changed-meanwhile')
  return content
}

function refuse(path: string, reason: string, expected: string, found: unknown): never {
  throw new Refusal('malformed-request', [{ path, reason, expected, found: describeFound(found) }])
}
