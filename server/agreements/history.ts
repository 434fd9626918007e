import {
  type ArticleAt,
  type Author,
  CHANGES_AT_ONCE,
  type HistoryView,
} from '../../shared/protocol/endpoints-history.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import type { DocumentChange, LiveDocuments } from './live-documents.ts'
import type { PastArticles } from './past-articles.ts'
import type { Visits } from './visits.ts'

export type HistoryParts = {
  agreements: Pick<AgreementStore, 'knownBy'>
  documents: Pick<LiveDocuments, 'history'>
  past: Pick<PastArticles, 'maybeArticleAt'>
  visits: Pick<Visits, 'maybeLastVisit'>
}

/** Who changed what in an agreement, and what an article said at a moment. Whoever calls takes part. */
export type History = ReturnType<typeof createHistory>

export function createHistory({ agreements, documents, past, visits }: HistoryParts) {
  return {
    /** The newest changes that ended before `before` (ISO 8601), the people in them and in the text, and the caller's last visit. */
    async view({ agreementId, personId }: Participation, before?: string): Promise<HistoryView> {
      const end = before === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(before)
      const { changes, clientIds } = await documents.history(agreementId, end, CHANGES_AT_ONCE)
      const writers = new Set([...clientIds.values(), ...changes.map((change) => change.personId)])
      const people = await agreements.knownBy(agreementId, [...writers])
      const authors = people.map(
        (person): Author => ({ ...person, clientIds: idsOf(person.personId, clientIds) }),
      )
      const lastVisit = await visits.maybeLastVisit(agreementId, personId)
      return { lastVisit, changes: changes.map(present), authors }
    },

    /** The article or annex as it was at `moment` (ISO 8601). Throws a refusal `unknown-moment` when it was not there then. */
    async articleAt(agreementId: string, articleId: string, moment: string): Promise<ArticleAt> {
      const article = await past.maybeArticleAt(agreementId, articleId, Date.parse(moment))
      if (!article) throw new Refusal('unknown-moment')
      const { at, exact, heading, body } = article
      return { moment: isoOf(at), exact, heading, body }
    },
  }
}

function idsOf(personId: string, clientIds: ReadonlyMap<number, string>): number[] {
  return [...clientIds].flatMap(([id, owner]) => (owner === personId ? id : []))
}

const isoOf = (time: number) => new Date(time).toISOString()
const present = ({ place, personId, from, to, edits }: DocumentChange) => ({
  place,
  personId,
  from: isoOf(from),
  to: isoOf(to),
  edits,
})
