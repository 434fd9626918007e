import * as Y from 'yjs'
import type { DocumentLog, LogEntry } from '../../server/storage/document-log.ts'
import { NotKept } from '../../server/storage/storage-error.ts'
import { newDocument } from '../../shared/document/new-document.ts'

type Waiting = {
  documentId: string
  entry: LogEntry
  resolve: (seq: number) => void
  reject: (e: Error) => void
}

/**
 * Any log, with a disk that a test holds in its hand: what is appended waits or is refused when it says so, and a crash takes away what
 * waits. It remembers all that was kept, to compare with.
 */
export class DiskInHand {
  /** All that was ever kept, in order. */
  readonly kept: LogEntry[] = []
  /** A document of all that was kept. */
  readonly whole = newDocument()
  readonly #inner: DocumentLog
  readonly #underWay = new Set<Promise<unknown>>()
  #waiting: Waiting[] = []
  #held = false
  #broken = false
  #life = 0

  constructor(inner: DocumentLog) {
    this.#inner = inner
  }

  /** The log for one life of a server: after a crash it answers nothing any more, and takes nothing. */
  open(): DocumentLog {
    const life = this.#life
    const dead = new Promise<never>(() => {})
    const own: Partial<DocumentLog> = {
      create: (documentId, entry) => this.#keep(this.#inner.create(documentId, entry), entry),
      append: (documentId, entry) => (life === this.#life ? this.#append(documentId, entry) : dead),
      compact: async (...call) => {
        if (this.#broken) throw new NotKept('the test said no')
        if (life !== this.#life) return await dead
        const done = await this.#track(this.#inner.compact(...call))
        return life === this.#life ? done : await dead
      },
    }
    return new Proxy(this.#inner, {
      get: (inner, name) => {
        if (name in own) return own[name as keyof DocumentLog]
        const value: unknown = Reflect.get(inner, name)
        return typeof value === 'function' ? value.bind(inner) : value
      },
    })
  }

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

  /** What waits is lost, and who waited hears nothing; resolves when the disk is quiet. */
  async crash(): Promise<void> {
    this.#life += 1
    this.#waiting = []
    this.#held = false
    this.#broken = false
    await this.quiet()
  }

  /** Resolves when nothing is on its way to the disk. */
  async quiet(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay)
  }

  #append(documentId: string, entry: LogEntry): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ documentId, entry, resolve, reject })
      if (!this.#held || this.#broken) this.#flush()
    })
  }

  #flush(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const { documentId, entry, resolve, reject } of waiting) {
      if (this.#broken) reject(new NotKept('the test said no'))
      else this.#keep(this.#inner.append(documentId, entry), entry).then(resolve, reject)
    }
  }

  #keep(promise: Promise<number>, entry: LogEntry): Promise<number> {
    const keeping = promise.then((seq) => {
      this.kept.push(entry)
      Y.applyUpdate(this.whole, entry.bytes)
      return seq
    })
    return this.#track(keeping)
  }

  #track<T>(promise: Promise<T>): Promise<T> {
    const ended = promise.catch(() => {}).finally(() => this.#underWay.delete(ended))
    this.#underWay.add(ended)
    return promise
  }
}
