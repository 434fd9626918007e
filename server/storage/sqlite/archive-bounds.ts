import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { prepareAll } from './statements.ts'

/**
 * What is kept of one document's past at most: bytes of packed entries, bytes of snapshots of old, rows of who changed what. A snapshot
 * is kept when so many entries, or bytes of them, came since the one kept before it: from there a moment is found again.
 */
export type PastBounds = {
  pieces: number
  snapshots: number
  changes: number
  checkpoint: { entries: number; bytes: number }
}

/** A million keystrokes and more fit in the first. */
export const PAST_BOUNDS: PastBounds = {
  pieces: 32 * 1024 * 1024,
  snapshots: 64 * 1024 * 1024,
  changes: 20_000,
  checkpoint: { entries: 10_000, bytes: 32 * 1024 * 1024 },
}

const DAY = 86_400_000
/** Changes of one person in one place within such a span (ms) become one, the narrowest span first. */
const SPANS = [DAY, 30 * DAY, 365 * DAY]

const TEXTS = {
  dropPieces: `delete from document_archive where document_id = ?1 and from_seq <= coalesce((
    select max(from_seq) from (
      select from_seq, sum(length(bytes)) over (order by from_seq desc) as total
      from document_archive where document_id = ?1
    ) where total > ?2), 0)`,
  firstPiece: 'select min(from_seq) as seq from document_archive where document_id = ?',
  oldSnapshots: `select seq, at, length(bytes) as size from document_snapshot
    where document_id = ?1 and seq < (select max(seq) from document_snapshot where document_id = ?1) order by seq`,
  dropSnapshot: 'delete from document_snapshot where document_id = ? and seq = ?',
  changes: 'select count(*) as count, max(id) as last from document_change where document_id = ?',
  newestOf: `select to_at as at from document_change where document_id = ? order by to_at desc limit 1 offset ?`,
  join: `insert into document_change (document_id, place, person_id, from_at, to_at, edits)
    select document_id, place, person_id, min(from_at), max(to_at), sum(edits) from document_change
    where document_id = ? and to_at < ? group by document_id, place, person_id, to_at / cast(? as integer)`,
  dropJoined: 'delete from document_change where document_id = ? and to_at < ? and id <= ?',
  dropOldest: `delete from document_change where id in
    (select id from document_change where document_id = ? order by to_at desc limit -1 offset ?)`,
} as const

type OldSnapshot = { seq: number; at: number; size: number }

/**
 * Keeps the past of a document within its bounds, coarser the longer ago: the oldest entries go, of that time the kept snapshots stay, one a day at most;
 * who changed what stays to the stretch of work, then to the day, the month and the year. Part of the transaction of whoever calls.
 */
export class ArchiveBounds {
  readonly #sql: Record<keyof typeof TEXTS, StatementSync>
  readonly #bounds: PastBounds

  constructor(database: DatabaseSync, bounds: PastBounds) {
    this.#sql = prepareAll(database, TEXTS)
    this.#bounds = bounds
  }

  keep(documentId: string): void {
    const dropped = this.#sql.dropPieces.run(documentId, this.#bounds.pieces).changes
    if (dropped) this.#keepOneADay(documentId)
    this.#thinSnapshots(documentId)
    this.#joinChanges(documentId)
  }

  /** Of snapshots to which no entries lead any more. */
  #keepOneADay(documentId: string): void {
    const { seq: first } = this.#sql.firstPiece.get(documentId) as { seq: number | null }
    const old = this.#oldSnapshots(documentId).filter(({ seq }) => first === null || seq + 1 < first)
    old.forEach(({ seq, at }, place) => {
      const next = old[place + 1]
      if (next && dayOf(next.at) === dayOf(at)) this.#sql.dropSnapshot.run(documentId, seq)
    })
  }

  /** The one goes that stands closest between its neighbours in time, so that what stays is spread over all the time there was. */
  #thinSnapshots(documentId: string): void {
    const old = this.#oldSnapshots(documentId)
    let bytes = old.reduce((sum, { size }) => sum + size, 0)
    while (bytes > this.#bounds.snapshots) {
      const [gone] = old.splice(closest(old), 1)
      if (!gone) return
      this.#sql.dropSnapshot.run(documentId, gone.seq)
      bytes -= gone.size
    }
  }

  #oldSnapshots(documentId: string): OldSnapshot[] {
    return this.#sql.oldSnapshots.all(documentId) as OldSnapshot[]
  }

  /** The newer half stays as it is; joining half of them seldom costs less than a few each time. */
  #joinChanges(documentId: string): void {
    const { changes: most } = this.#bounds
    for (const span of SPANS) {
      const { count, last } = this.#sql.changes.get(documentId) as { count: number; last: number }
      if (count <= most) return
      const { at } = this.#sql.newestOf.get(documentId, Math.floor(most / 2)) as { at: number }
      this.#sql.join.run(documentId, at, span)
      this.#sql.dropJoined.run(documentId, at, last)
    }
    this.#sql.dropOldest.run(documentId, most)
  }
}

const dayOf = (at: number) => Math.floor(at / DAY)

/** Never the first or the last while there are others: the first is what the past began with. */
function closest(old: readonly OldSnapshot[]): number {
  let found = Math.max(old.length - 1, 0)
  let least = Number.POSITIVE_INFINITY
  for (let place = 1; place < old.length - 1; place += 1) {
    const width = (old[place + 1]?.at ?? 0) - (old[place - 1]?.at ?? 0)
    if (width < least) [found, least] = [place, width]
  }
  return found
}
