/** Why nothing can be kept: `locked` is another that holds the database, `gone` the log's own thread, `moved` the file under it. */
export type WhyNotKept = 'full' | 'read_only' | 'locked' | 'moved' | 'gone' | 'trouble'

/** The disk refused: full, read-only, busy for too long. Nothing of what was asked is kept. */
export class NotKept extends Error {
  override readonly name = 'NotKept'
  readonly why: WhyNotKept

  constructor(message: string, why: WhyNotKept = 'trouble') {
    super(message)
    this.why = why
  }
}

/** SQLite's primary result codes for a disk that refuses; the others of them are trouble with reading or writing. */
const WHY: Readonly<Record<number, WhyNotKept>> = { 5: 'locked', 6: 'locked', 8: 'read_only', 13: 'full' }

/** Why SQLite kept nothing, by the code that its errors carry. */
export function whyNotKept({ errcode = 0 }: { errcode?: number }): WhyNotKept {
  return WHY[errcode & 0xff] ?? 'trouble'
}

export class UnknownDocument extends Error {
  override readonly name = 'UnknownDocument'
}

export class DocumentExists extends Error {
  override readonly name = 'DocumentExists'
}

const KINDS = { NotKept, UnknownDocument, DocumentExists }
export type StorageErrorName = keyof typeof KINDS

/** An error as it travels between threads. */
export type StorageFailure = { name: StorageErrorName; message: string; why: WhyNotKept }

export function toFailure(error: unknown): StorageFailure {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  const why = error instanceof NotKept ? error.why : whyNotKept(error as { errcode?: number })
  return name in KINDS ? { name: name as StorageErrorName, message, why } : { name: 'NotKept', message, why }
}

export function fromFailure(failure: StorageFailure): Error {
  return failure.name === 'NotKept'
    ? new NotKept(failure.message, failure.why)
    : new KINDS[failure.name](failure.message)
}
