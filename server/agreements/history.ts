import * as Y from 'yjs'
import { maybeArticle } from '../../shared/document/read-article.ts'
import {
  type ArticleAt,
  type Author,
  CHANGES_AT_ONCE,
  type HistoryView,
} from '../../shared/protocol/endpoints-history.ts'
import type { Participation } from '../access/participation.ts'
import { Refusal } from '../access/refusal.ts'
import type { AgreementStore } from '../storage/agreements.ts'
import type { DocumentLog } from '../storage/document-log.ts'
import type { DocumentChange, LiveDocuments } from './live-documents.ts'

export type HistoryParts = {
  agreements: Pick<AgreementStore, 'knownBy'>
  documents: Pick<LiveDocuments, 'history'>
  log: Pick<DocumentLog, 'load'>
}

/** Who changed what in an agreement, and what an article said at a moment. Whoever calls takes part. */
export type History = ReturnType<typeof createHistory>

export function createHistory({ agreements, documents, log }: HistoryParts) {
  return {
    /** The newest changes that ended before `before` (ISO 8601), and the people in them and in the text. */
    async view({ agreementId }: Participation, before?: string): Promise<HistoryView> {
      const { changes, clientIds } = await documents.history(agreementId)
      const shown = newestBefore(changes, before)
      const writers = [...clientIds.values(), ...shown.map(({ personId }) => personId)]
      const people = await agreements.knownBy(agreementId, [...new Set(writers)])
      const authors = people.map(
        (person): Author => ({ ...person, clientIds: idsOf(person.personId, clientIds) }),
      )
      return { lastVisit: null, changes: shown.map(present), authors }
    },

    /** The article or annex as it was at `moment` (ISO 8601). Throws a refusal `unknown-moment` when it was not there then. */
    async articleAt(agreementId: string, articleId: string, moment: string): Promise<ArticleAt> {
      const logged = await log.load(agreementId)
      const until = logged?.entries.findLastIndex(({ at }) => at <= Date.parse(moment)) ?? -1
      const entries = logged?.entries.slice(0, until + 1) ?? []
      const last = entries.at(-1)
      if (!last) throw new Refusal('unknown-moment')
      const doc = new Y.Doc()
      if (logged?.snapshot) Y.applyUpdate(doc, logged.snapshot.bytes)
      for (const { bytes } of entries) Y.applyUpdate(doc, bytes)
      const article = maybeArticle(doc, articleId)
      if (!article) throw new Refusal('unknown-moment')
      return { moment: isoOf(last.at), ...article }
    },
  }
}

function newestBefore(changes: readonly DocumentChange[], before: string | undefined): DocumentChange[] {
  const end = before === undefined ? Number.POSITIVE_INFINITY : Date.parse(before)
  return changes
    .filter(({ to }) => to < end)
    .sort((a, b) => b.to - a.to)
    .slice(0, CHANGES_AT_ONCE)
}

function idsOf(personId: string, clientIds: ReadonlyMap<number, string>): number[] {
  return [...clientIds].flatMap(([id, owner]) => (owner === personId ? id : []))
}

const isoOf = (time: number) => new Date(time).toISOString()
const present = ({ from, to, ...change }: DocumentChange) => ({ ...change, from: isoOf(from), to: isoOf(to) })
