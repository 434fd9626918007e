import type { DocumentLog, LogEntry, LoggedDocument, LogSnapshot } from '../../server/storage/document-log.ts'
import { DocumentExists, NotKept, UnknownDocument } from '../../server/storage/storage-error.ts'

type Waiting = {
  documentId: string
  entry: LogEntry
  resolve: (seq: number) => void
  reject: (e: Error) => void
}

/**
 * A log in memory that passes the same contract, and whose disk a test holds in its hand: after `hold()` appends wait for
 * `release()`, and `fail()` refuses what waits and, until `mend()`, what comes.
 */
export class MemoryLog implements DocumentLog {
  readonly epoch: string = 'memory'
  readonly documents = new Map<string, LoggedDocument & { last: number }>()
  #waiting: Waiting[] = []
  #held = false
  #broken = false

  create(documentId: string, first: LogEntry): Promise<number> {
    if (this.documents.has(documentId))
      return Promise.reject(new DocumentExists(`${documentId} exists already`))
    if (this.#broken) return Promise.reject(new NotKept('the test said no'))
    this.documents.set(documentId, { snapshot: null, entries: [], last: 0 })
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
    return document ? { snapshot: document.snapshot, entries: [...document.entries] } : null
  }

  async exists(documentId: string): Promise<boolean> {
    return this.documents.has(documentId)
  }

  async compact(documentId: string, snapshot: LogSnapshot): Promise<void> {
    const document = this.documents.get(documentId)
    if (!document) throw new UnknownDocument(`there is no ${documentId}`)
    document.snapshot = snapshot
    document.entries = document.entries.filter((entry) => entry.seq > snapshot.seq)
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
