import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { ChangePage, Compaction, KeptEntry, LogChange, LogMoment, LogSnapshot } from '../document-log.ts'
import { packEntries, unpackEntries } from '../packed-entries.ts'
import { ArchiveBounds, PAST_BOUNDS, type PastBounds } from './archive-bounds.ts'
import { prepareAll, transactions } from './statements.ts'

/** Entries in one piece, and their bytes: packing one must not keep the writers waiting. */
const PIECE = { entries: 1000, bytes: 256 * 1024 }

const ENTRY = 'seq, person_id as personId, at, bytes'
const TEXTS = {
  newest: 'select coalesce(max(seq), 0) as seq from document_snapshot where document_id = ?',
  saveSnapshot: 'insert into document_snapshot (document_id, seq, at, bytes, authors) values (?, ?, ?, ?, ?)',
  extendChange: `update document_change set to_at = max(to_at, ?), edits = edits + ? where to_at > ? and id =
    (select id from document_change where document_id = ? and place = ? and person_id = ? order by to_at desc limit 1)`,
  addChange:
    'insert into document_change (document_id, place, person_id, from_at, to_at, edits) values (?, ?, ?, ?, ?, ?)',
  changes: `select place, person_id as personId, from_at as "from", to_at as "to", edits from document_change
    where document_id = ? and to_at < ? order by to_at desc, id desc limit ?`,
  sizes: `select seq, length(bytes) as size from document_update
    where document_id = ? and seq > ? and seq <= ? order by seq limit ${PIECE.entries}`,
  entries: `select ${ENTRY} from document_update where document_id = ? and seq > ? and seq <= ? order by seq`,
  addPiece: `insert into document_archive (document_id, from_seq, to_seq, from_at, to_at, size, bytes)
    values (?, ?, ?, ?, ?, ?, ?)`,
  dropEntries: 'delete from document_update where document_id = ? and seq <= ?',
  olderSnapshots: 'select seq from document_snapshot where document_id = ? and seq < ? order by seq',
  dropSnapshot: 'delete from document_snapshot where document_id = ? and seq = ?',
  between: `select coalesce(sum(min(to_seq, ?2) - max(from_seq, ?3 + 1) + 1), 0) as entries, coalesce(sum(size), 0) as bytes
    from document_archive where document_id = ?1 and to_seq > ?3 and from_seq <= ?2`,
  pieceAfter: `select from_seq as fromSeq, bytes from document_archive
    where document_id = ? and to_seq > ? order by from_seq limit 1`,
  lastPieceAt:
    'select bytes from document_archive where document_id = ? and from_at <= ? order by from_seq desc limit 1',
  lastEntryAt:
    'select seq, at from document_update where document_id = ? and at <= ? order by seq desc limit 1',
  firstKept: `select min(seq) as seq from (select min(from_seq) as seq from document_archive where document_id = ?1
    union all select min(seq) from document_update where document_id = ?1)`,
  lastSnapshotBy: `select seq, at, bytes, authors from document_snapshot where document_id = ? and at <= ?
    order by seq desc limit 1`,
  snapshotAt: `select seq, at, bytes, authors from document_snapshot where document_id = ? and seq <= ?
    order by seq desc limit 1`,
} as const

/**
 * Compaction and what it leaves behind: the entries of old in packed pieces, and who changed what when. Each step is one transaction and
 * goes out from what it finds in the database, so that a crash between any two of them leaves nothing to mend.
 */
export class LogArchive {
  readonly #sql: Record<keyof typeof TEXTS, StatementSync>
  readonly #transaction: <T>(work: () => T) => T
  readonly #checkpoint: PastBounds['checkpoint']
  readonly #bounds: ArchiveBounds

  constructor(database: DatabaseSync, bounds: PastBounds = PAST_BOUNDS) {
    this.#sql = prepareAll(database, TEXTS)
    this.#checkpoint = bounds.checkpoint
    this.#bounds = new ArchiveBounds(database, bounds)
    this.#transaction = transactions(database)
  }

  /** Keeps a snapshot with the changes since the one it goes out from; nothing when there is another one by now. Gives the newest one's number. */
  keepSnapshot(documentId: string, snapshot: LogSnapshot, { base, changes, gap }: Compaction): number {
    return this.#transaction(() => {
      const newest = this.#newestSnapshot(documentId)
      if (newest !== base || snapshot.seq <= base) return newest
      const { seq, at, bytes, authors } = snapshot
      this.#sql.saveSnapshot.run(documentId, seq, at, bytes, authors)
      for (const change of changes) this.#keepChange(documentId, change, gap)
      return seq
    })
  }

  /** Packs a piece of the entries that the newest snapshot holds, and drops them; when there are none left, the old snapshots, and what is over the bounds. True: there is more. */
  archive(documentId: string): boolean {
    return this.#transaction(() => {
      const newest = this.#newestSnapshot(documentId)
      const piece = this.#rows(documentId, 0, newest)
      if (piece.length > 0) this.#keepPiece(documentId, piece)
      else {
        this.#dropSnapshots(documentId, newest)
        this.#bounds.keep(documentId)
      }
      return piece.length > 0
    })
  }

  changes(documentId: string, before: number, limit: number): ChangePage {
    const changes = this.#sql.changes.all(documentId, before, limit) as LogChange[]
    return { upTo: this.#newestSnapshot(documentId), changes }
  }

  momentAt(documentId: string, at: number): LogMoment | null {
    const last = this.#maybeLastAt(documentId, at)
    const { seq: first } = this.#sql.firstKept.get(documentId) as { seq: number | null }
    if (!last) return first === 1 ? null : this.#maybeSnapshotBy(documentId, at)
    const snapshot = (this.#sql.snapshotAt.get(documentId, last.seq) as LogSnapshot | undefined) ?? null
    const base = snapshot?.seq ?? 0
    const isWhole = base === last.seq || (first !== null && first <= base + 1)
    return isWhole ? { ...last, snapshot, exact: true } : this.#maybeSnapshotBy(documentId, at)
  }

  entriesBetween(documentId: string, after: number, upTo: number): KeptEntry[] {
    const piece = this.#sql.pieceAfter.get(documentId, after) as
      | { fromSeq: number; bytes: Uint8Array }
      | undefined
    if (!piece || piece.fromSeq > upTo) return this.#rows(documentId, after, upTo)
    return unpackEntries(piece.bytes).filter(({ seq }) => seq > after && seq <= upTo)
  }

  /** The text nearest before a moment of which the entries are gone. */
  #maybeSnapshotBy(documentId: string, at: number): LogMoment | null {
    const snapshot = this.#sql.lastSnapshotBy.get(documentId, at) as LogSnapshot | undefined
    return snapshot ? { seq: snapshot.seq, at: snapshot.at, snapshot, exact: false } : null
  }

  #newestSnapshot(documentId: string): number {
    return (this.#sql.newest.get(documentId) as { seq: number }).seq
  }

  #keepChange(documentId: string, { place, personId, from, to, edits }: LogChange, gap: number): void {
    const extended = this.#sql.extendChange.run(to, edits, from - gap, documentId, place, personId)
    if (extended.changes === 0) this.#sql.addChange.run(documentId, place, personId, from, to, edits)
  }

  /** The first entries after one and up to another, as many as go into one piece. */
  #rows(documentId: string, after: number, upTo: number): KeptEntry[] {
    const sizes = this.#sql.sizes.all(documentId, after, upTo) as { seq: number; size: number }[]
    let room = PIECE.bytes
    const fitting = sizes.findIndex(({ size }) => {
      room -= size
      return room < 0
    })
    const last = sizes[fitting === -1 ? sizes.length - 1 : Math.max(fitting - 1, 0)]
    return last ? (this.#sql.entries.all(documentId, after, last.seq) as KeptEntry[]) : []
  }

  #keepPiece(documentId: string, entries: readonly KeptEntry[]): void {
    const [first, last] = [entries[0], entries.at(-1)]
    if (!first || !last) return
    const times = entries.map(({ at }) => at)
    const size = entries.reduce((sum, { bytes }) => sum + bytes.length, 0)
    const [from, to] = [Math.min(...times), Math.max(...times)]
    this.#sql.addPiece.run(documentId, first.seq, last.seq, from, to, size, packEntries(entries))
    this.#sql.dropEntries.run(documentId, last.seq)
  }

  #dropSnapshots(documentId: string, newest: number): void {
    let kept = 0
    for (const { seq } of this.#sql.olderSnapshots.all(documentId, newest) as { seq: number }[]) {
      if (this.#isCheckpoint(documentId, kept, seq)) kept = seq
      else this.#sql.dropSnapshot.run(documentId, seq)
    }
  }

  /** Also when entries before it are gone: then nothing else leads to what stood there. */
  #isCheckpoint(documentId: string, kept: number, seq: number): boolean {
    const since = this.#sql.between.get(documentId, seq, kept) as { entries: number; bytes: number }
    const isWhole = since.entries === seq - kept
    return !isWhole || since.entries >= this.#checkpoint.entries || since.bytes >= this.#checkpoint.bytes
  }

  #maybeLastAt(documentId: string, at: number): { seq: number; at: number } | null {
    const row = this.#sql.lastEntryAt.get(documentId, at) as { seq: number; at: number } | undefined
    if (row) return row
    const piece = this.#sql.lastPieceAt.get(documentId, at) as { bytes: Uint8Array } | undefined
    return (piece && unpackEntries(piece.bytes).findLast((entry) => entry.at <= at)) ?? null
  }
}
