import type { DatabaseSync, StatementSync } from 'node:sqlite'
import {
  type KeptEntry,
  type LogEntry,
  type LoggedDocument,
  type LogSnapshot,
  SHOWN_KEPT,
  type ShownClient,
} from '../document-log.ts'
import { DocumentExists, type StorageFailure, toFailure, UnknownDocument } from '../storage-error.ts'
import { prepareAll, transactions } from './statements.ts'

export type Append = { documentId: string; entry: LogEntry; create: boolean }
export type AppendResult = { seq: number } | { failure: StorageFailure }

const TEXTS = {
  create: 'insert into document (id, created_at, last_seq) values (?, ?, 0)',
  prove: 'insert into readiness (id, at) values (1, ?) on conflict (id) do update set at = excluded.at',
  exists: 'select 1 from document where id = ?',
  // The next number follows from what is there, so that an append changes one page of the file and not two.
  append: `insert into document_update (document_id, seq, person_id, at, bytes)
    select id, 1 + max(last_seq,
      coalesce((select max(seq) from document_update where document_id = document.id), 0),
      coalesce((select max(seq) from document_snapshot where document_id = document.id), 0)), ?, ?, ?
    from document where id = ? returning seq`,
  entries:
    'select seq, person_id as personId, at, bytes from document_update where document_id = ? and seq > ? order by seq',
  snapshot:
    'select seq, at, bytes, authors from document_snapshot where document_id = ? order by seq desc limit 1',
  shown:
    'select client_id as clientId, person_id as personId from document_client where document_id = ? order by id',
  // A document may have been removed meanwhile.
  addShown: `insert or ignore into document_client (document_id, client_id, person_id)
    select ?1, ?2, ?3 where exists (select 1 from document where id = ?1)`,
  dropShown: `delete from document_client where id <= (select id from document_client
    where document_id = ?1 and person_id = ?2 order by id desc limit 1 offset ${SHOWN_KEPT})
    and document_id = ?1 and person_id = ?2`,
} as const

/** The log's statements on one connection, synchronously: what the log's thread runs. */
export class LogWriter {
  readonly #sql: Record<keyof typeof TEXTS, StatementSync>
  readonly #transaction: <T>(work: () => T) => T

  constructor(database: DatabaseSync) {
    this.#sql = prepareAll(database, TEXTS)
    this.#transaction = transactions(database)
  }

  /**
   * Writes the batch in one transaction and gives one result per append. An append to a document that does not exist fails alone;
   * trouble with the disk fails all of them, and then nothing of the batch is kept.
   */
  write(batch: readonly Append[]): AppendResult[] {
    try {
      return this.#transaction(() => batch.map((append) => this.#append(append)))
    } catch (error) {
      const failure = toFailure(error)
      return batch.map(() => ({ failure }))
    }
  }

  /** Writes one row over and over, and syncs it: the one proof that more could be kept. */
  prove(at: string): void {
    this.#sql.prove.run(at)
  }

  exists(documentId: string): boolean {
    return this.#sql.exists.get(documentId) !== undefined
  }

  load(documentId: string): LoggedDocument | null {
    if (!this.exists(documentId)) return null
    const snapshot = (this.#sql.snapshot.get(documentId) as LogSnapshot | undefined) ?? null
    const entries = this.#sql.entries.all(documentId, snapshot?.seq ?? 0) as KeptEntry[]
    const shown = this.#sql.shown.all(documentId) as ShownClient[]
    return { snapshot, entries, shown }
  }

  /** Remembers who showed a cursor; all of it or nothing. */
  keepShown(clients: readonly (ShownClient & { documentId: string })[]): void {
    this.#transaction(() => {
      for (const { documentId, clientId, personId } of clients) {
        this.#sql.addShown.run(documentId, clientId, personId)
        this.#sql.dropShown.run(documentId, personId)
      }
    })
  }

  #append({ documentId, entry, create }: Append): AppendResult {
    if (create && this.exists(documentId)) {
      return { failure: toFailure(new DocumentExists(`document ${documentId} exists already`)) }
    }
    if (create) this.#sql.create.run(documentId, entry.at)
    const { personId, at, bytes } = entry
    const row = this.#sql.append.get(personId, at, bytes, documentId) as { seq: number } | undefined
    return row ?? { failure: toFailure(new UnknownDocument(`there is no document ${documentId}`)) }
  }
}
