import { isSharedComputer } from '../offered/index.ts'
import { answerOf, inTransaction, type StoreNamed, type TransactionKind, writeAtOnce } from './indexed-db.ts'

/** The stores of this product in the browser's IndexedDB. Raise the version when one is added. */
export const STORES = {
  /** Who this browser is, as the server last said, and a row that is written to flush. */
  person: 'person',
  /** What a local copy of an agreement is: whose, of which log and schema (`copy-store.ts`). */
  copies: 'copies',
  /** Yjs updates, each of one copy. */
  updates: 'updates',
  /** Which of these updates hold edits that the server has not kept, and how many. */
  waiting: 'waiting',
  /** Answers of the server that are needed to open an agreement without it (`kept-answers.ts`). */
  answers: 'answers',
  /** Words that could not be sent, waiting to be offered as text. */
  setAside: 'set-aside',
} as const

const NAME = 'handslag'
const VERSION = 1
/** A browser that does not open its store within this time (ms) is taken to have none: nobody waits for it. */
const PATIENCE = 4000

/** What this browser keeps on the device. Every method rejects when the browser does not let us; nothing is then half done. */
export type DeviceStore = {
  run: <T>(
    stores: readonly (keyof typeof STORES)[],
    kind: TransactionKind,
    work: (store: (name: keyof typeof STORES) => IDBObjectStore) => Promise<T>,
  ) => Promise<T>
  /** Writes without looking first, so that a page that closes in the same moment takes nothing back (`indexed-db.ts`). */
  writeAtOnce: (
    stores: readonly (keyof typeof STORES)[],
    issue: (store: (name: keyof typeof STORES) => IDBObjectStore) => void,
  ) => Promise<void>
  close: () => void
}

/** Opens the store; null when there is none to be had: a private window, no room, or a browser that forbids it. */
export async function maybeDeviceStore(factory = maybeFactory()): Promise<DeviceStore | null> {
  if (factory === null) return null
  const opening = open(factory)
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null))
  try {
    const database = await Promise.race([opening, late])
    if (database === null) opening.then((tooLate) => tooLate.close()).catch(() => {})
    return database === null ? null : storeOver(database)
  } catch {
    return null
  }
}

/** Answers when all that was written before is on disk: browsers write down what stands in one line, in its order. Holds up no other store. */
export async function flushToDisk(device: DeviceStore): Promise<void> {
  await device.run(['person'], 'writeStrictly', (store) => answerOf(store('person').put(true, 'flushed')))
}

let ownStore: Promise<DeviceStore | null> | null = null

/** The one store of this page, opened when first asked for. Null on a computer that others use too: nothing of anybody stays there. */
export async function deviceStore(): Promise<DeviceStore | null> {
  if (isSharedComputer()) return null
  ownStore ??= maybeDeviceStore()
  return await ownStore
}

/** Lets go of the store of this page; it is opened anew when asked for. */
export async function closeDeviceStore(): Promise<void> {
  const closing = ownStore
  ownStore = null
  const store = await closing
  store?.close()
}

/** Takes the whole store off the device. Another tab that still holds it open has it go later. */
export function removeDeviceStore(factory = maybeFactory()): Promise<void> {
  return new Promise((resolve) => {
    if (factory === null) return resolve()
    const request = factory.deleteDatabase(NAME)
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
    request.onblocked = () => resolve()
  })
}

/** Where the browser forbids storage, already naming it may throw. */
function maybeFactory(): IDBFactory | null {
  try {
    return globalThis.indexedDB ?? null
  } catch {
    return null
  }
}

function storeOver(database: IDBDatabase): DeviceStore {
  return {
    run: (stores, kind, work) =>
      inTransaction(database, stores.map(nameOf), kind, (store: StoreNamed) =>
        work((name) => store(nameOf(name))),
      ),
    writeAtOnce: (stores, issue) =>
      writeAtOnce(database, stores.map(nameOf), (store) => issue((name) => store(nameOf(name)))),
    close: () => database.close(),
  }
}

const nameOf = (name: keyof typeof STORES) => STORES[name]

async function open(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(NAME, VERSION)
  request.onupgradeneeded = () => build(request.result)
  const database = await answerOf(request)
  // A newer page in another tab wants to change the stores: it must not wait for this one.
  database.onversionchange = () => database.close()
  return database
}

function build(database: IDBDatabase): void {
  database.createObjectStore(STORES.person)
  database.createObjectStore(STORES.copies, { keyPath: 'id' })
  const updates = database.createObjectStore(STORES.updates, { keyPath: 'row', autoIncrement: true })
  updates.createIndex('copy', 'copy')
  const waiting = database.createObjectStore(STORES.waiting, { keyPath: 'row' })
  waiting.createIndex('copy', 'copy')
  const answers = database.createObjectStore(STORES.answers, { keyPath: ['copy', 'name'] })
  answers.createIndex('copy', 'copy')
  const setAside = database.createObjectStore(STORES.setAside, { keyPath: 'row', autoIncrement: true })
  setAside.createIndex('copy', 'copy')
}
