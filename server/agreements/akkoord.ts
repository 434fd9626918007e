import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { isYes, type Said, standingState } from '../../shared/agreement/consent.ts'
import type { AgreementRecord } from '../../shared/agreement/record.ts'
import { articleContents } from '../../shared/outline/article-content.ts'
import type { StoredAgreement } from '../storage/agreements.ts'
import type { ConsentStore } from '../storage/consents.ts'
import type { FixingStore } from '../storage/fixing.ts'
import type { Library } from './library.ts'

/** What the akkoord of parties makes of an agreement: never taken from input, always from what is kept and what the text says now. */
export type Akkoord = Pick<AgreementRecord, 'status' | 'clauseAgreements'>

export type AkkoordOf = (stored: StoredAgreement, body: AgreementBody) => Promise<Akkoord>

export function createAkkoord(
  store: Pick<ConsentStore, 'consentsOf'>,
  fixing: Pick<FixingStore, 'reopenedUntil'>,
  library: Pick<Library, 'catalog'>,
): AkkoordOf {
  return async (stored, body) => {
    const until = await fixing.reopenedUntil(stored.id)
    const said = (await store.consentsOf(stored.id)).map(
      ({ seq, ...consent }) => ({ ...consent, reopened: seq <= until }) as Said,
    )
    return akkoordFrom(stored, body, said, library.catalog)
  }
}

/** Pure, for a text with what was said of it. Where nobody said anything nothing is hashed. */
export function akkoordFrom(
  stored: StoredAgreement,
  body: AgreementBody,
  said: readonly Said[],
  catalog: Library['catalog'],
): Akkoord {
  const status = stored.status as AgreementRecord['status']
  if (said.length === 0) return { status, clauseAgreements: [] }
  const { ids, hashOf } = articleContents(body, catalog)
  const parties = body.parties.filter(({ leftOn }) => !leftOn).map(({ id }) => id)
  const stateOf = (articleId: string, partyId: string) =>
    standingState(
      said.find((one) => one.articleId === articleId && one.partyId === partyId),
      hashOf(articleId),
    )
  const clauseAgreements = body.articles.flatMap(({ id, key }) =>
    parties.map((partyId) => ({
      key: key ?? id,
      partyId,
      state: stateOf(id, partyId),
      version: stored.version,
    })),
  )
  const allSaidYes =
    parties.length > 0 && ids.every((id) => parties.every((party) => isYes(stateOf(id, party))))
  return { status: status === 'draft' ? (allSaidYes ? 'agreed' : 'in_review') : status, clauseAgreements }
}
