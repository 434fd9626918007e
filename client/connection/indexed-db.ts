/** The answer of a request to IndexedDB. Rejects with the browser's own error. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** How a transaction is meant: to look, to write when the disk has time, or to be on disk before it is called done. */
export type TransactionKind = 'read' | 'write' | 'writeStrictly'

export type StoreNamed = (name: string) => IDBObjectStore

/**
 * Writes in one transaction without looking first: all that `issue` asks leaves the page at once, so that one that is closed in the same
 * moment takes nothing back. Resolves once it is complete. Rejects, with nothing changed, when the disk fails.
 */
export async function writeAtOnce(
  database: IDBDatabase,
  stores: readonly string[],
  issue: (store: StoreNamed) => void,
): Promise<void> {
  const transaction = database.transaction([...stores], 'readwrite', { durability: 'relaxed' })
  const complete = completionOf(transaction)
  try {
    issue((name) => transaction.objectStore(name))
  } catch (error) {
    complete.catch(() => {})
    abort(transaction)
    throw error
  }
  // Without this the browser waits for the page to say that it has no more to ask; one that is gone never says so.
  transaction.commit?.()
  await complete
}

/**
 * Does `work` in one transaction over the stores named and gives its result once the transaction is complete. Between its requests
 * `work` awaits nothing but `answerOf`, else the browser ends the transaction. Rejects, with nothing changed, when work or disk fail.
 */
export async function inTransaction<T>(
  database: IDBDatabase,
  stores: readonly string[],
  kind: TransactionKind,
  work: (store: StoreNamed) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction([...stores], kind === 'read' ? 'readonly' : 'readwrite', {
    // Browsers call a transaction complete when the system has it; `strict` waits for the disk, so that a dead battery takes nothing.
    durability: kind === 'writeStrictly' ? 'strict' : 'relaxed',
  })
  const complete = completionOf(transaction)
  complete.catch(() => {})
  try {
    const result = await work((name) => transaction.objectStore(name))
    await complete
    return result
  } catch (error) {
    abort(transaction)
    throw error
  }
}

function completionOf(transaction: IDBTransaction): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was ended'))
  })
}

/** What is over already cannot be ended once more. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    return
  }
}
