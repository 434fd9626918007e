/** The disk refused: full, read-only, busy for too long. Nothing of what was asked is kept. */
export class NotKept extends Error {
  override readonly name = 'NotKept'
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
export type StorageFailure = { name: StorageErrorName; message: string }

export function toFailure(error: unknown): StorageFailure {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return name in KINDS ? { name: name as StorageErrorName, message } : { name: 'NotKept', message }
}

export function fromFailure(failure: StorageFailure): Error {
  return new KINDS[failure.name](failure.message)
}
