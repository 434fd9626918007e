import {
  type ChangePage,
  type Compaction,
  type DocumentLog,
  type KeptEntry,
  type LogChange,
  type LogEntry,
  type LoggedDocument,
  type LogMoment,
  type LogSnapshot,
  SHOWN_KEPT,
  type ShownClient,
} from '../../server/storage/document-log.ts'
import { DocumentExists, NotKept, UnknownDocument } from '../../server/storage/storage-error.ts'

type Waiting = {
  documentId: string
  entry: LogEntry
  resolve: (seq: number) => void
  reject: (e: Error) => void
}

type MemoryDocument = LoggedDocument & { last: number; archive: KeptEntry[]; changes: LogChange[] }

/**
 * A log in memory that passes the same contract, and whose disk a test holds in its hand: after `hold()` appends wait for
 * `release()`, and `fail()` refuses what waits and, until `mend()`, what comes.
 */
export class MemoryLog implements DocumentLog {
  readonly epoch: string = 'memory'
  readonly documents = new Map<string, MemoryDocument>()
  #waiting: Waiting[] = []
  #held = false
  #broken = false

  create(documentId: string, first: LogEntry): Promise<number> {
    if (this.documents.has(documentId))
      return Promise.reject(new DocumentExists(`${documentId} exists already`))
    if (this.#broken) return Promise.reject(new NotKept('the test said no'))
    this.documents.set(documentId, {
      snapshot: null,
      entries: [],
      shown: [],
      last: 0,
      archive: [],
      changes: [],
    })
    return this.append(documentId, first)
  }

  append(documentId: string, entry: LogEntry): Promise<number> {
    if (!this.documents.has(documentId))
      return Promise.reject(new UnknownDocument(`there is no ${documentId}`))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ documentId, entry, resolve, reject })
      if (!this.#held) this.#flush()
    })
  }

  async load(documentId: string): Promise<LoggedDocument | null> {
    const document = this.documents.get(documentId)
    if (!document) return null
    const { snapshot, entries, shown } = document
    return { snapshot, entries: [...entries], shown: [...shown] }
  }

  async exists(documentId: string): Promise<boolean> {
    return this.documents.has(documentId)
  }

  async keepShown(clients: readonly (ShownClient & { documentId: string })[]): Promise<void> {
    if (this.#broken) throw new NotKept('the test said no')
    for (const { documentId, clientId, personId } of clients) {
      const document = this.documents.get(documentId)
      if (!document || document.shown.some((one) => one.clientId === clientId)) continue
      document.shown.push({ clientId, personId })
      const mine = document.shown.filter((one) => one.personId === personId)
      if (mine.length > SHOWN_KEPT) document.shown = document.shown.filter((one) => one !== mine[0])
    }
  }

  async compact(documentId: string, snapshot: LogSnapshot, compaction: Compaction): Promise<number> {
    const document = this.documents.get(documentId)
    if (!document) throw new UnknownDocument(`there is no ${documentId}`)
    const newest = document.snapshot?.seq ?? 0
    if (newest !== compaction.base || snapshot.seq <= newest) return newest
    document.snapshot = snapshot
    document.archive.push(...document.entries.filter((entry) => entry.seq <= snapshot.seq))
    document.entries = document.entries.filter((entry) => entry.seq > snapshot.seq)
    for (const change of compaction.changes) keepChange(document.changes, change, compaction.gap)
    return snapshot.seq
  }

  async changes(documentId: string, before: number, limit: number): Promise<ChangePage> {
    const document = this.documents.get(documentId)
    const changes = (document?.changes ?? []).filter(({ to }) => to < before).sort((a, b) => b.to - a.to)
    return { upTo: document?.snapshot?.seq ?? 0, changes: changes.slice(0, limit).map((one) => ({ ...one })) }
  }

  async momentAt(documentId: string, at: number): Promise<LogMoment | null> {
    const last = this.#all(documentId).findLast((entry) => entry.at <= at)
    return last ? { seq: last.seq, at: last.at, snapshot: null, exact: true } : null
  }

  async entriesBetween(documentId: string, after: number, upTo: number): Promise<KeptEntry[]> {
    return this.#all(documentId).filter(({ seq }) => seq > after && seq <= upTo)
  }

  async remove(documentId: string): Promise<void> {
    this.documents.delete(documentId)
  }

  async wipe(): Promise<boolean> {
    return true
  }

  async close(): Promise<void> {}

  hold(): void {
    this.#held = true
  }

  release(): void {
    this.#held = false
    this.#flush()
  }

  fail(): void {
    this.#broken = true
    this.#flush()
  }

  mend(): void {
    this.#broken = false
  }

  #all(documentId: string): KeptEntry[] {
    const document = this.documents.get(documentId)
    return document ? [...document.archive, ...document.entries] : []
  }

  #flush(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const one of waiting) {
      if (this.#broken) one.reject(new NotKept('the test said no'))
      else one.resolve(this.#write(one))
    }
  }

  #write({ documentId, entry }: Waiting): number {
    const document = this.documents.get(documentId)
    if (!document) throw new UnknownDocument(documentId)
    document.last += 1
    document.entries.push({ ...entry, seq: document.last })
    return document.last
  }
}

function keepChange(changes: LogChange[], change: LogChange, gap: number): void {
  const before = changes.findLast(
    ({ place, personId }) => place === change.place && personId === change.personId,
  )
  if (!before || before.to <= change.from - gap) {
    changes.push({ ...change })
    return
  }
  before.to = Math.max(before.to, change.to)
  before.edits += change.edits
}
