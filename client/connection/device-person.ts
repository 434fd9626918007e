import { COPY_STORES, type CopyHeader, removeWhenKept, type Store } from './copies.ts'
import type { DeviceStore } from './device-store.ts'
import { answerOf } from './indexed-db.ts'

/**
 * Who this browser is, and what of whom stays on it. A browser is one person at a time, as its cookie is: what belongs to another
 * leaves the device as soon as the server names somebody else, but for words that were never sent.
 */

const ME = 'me'
const EVERYTHING_OF_SOMEBODY = ['person', ...COPY_STORES, 'answers'] as const
/** Answers that are the same for everybody. */
export const EVERYBODY = ''

/** Who the server last said this browser is; null when it never did, or said nobody. */
export function maybePerson(device: DeviceStore): Promise<string | null> {
  return device.run(
    ['person'],
    'read',
    async (store) => (await answerOf<string | undefined>(store('person').get(ME))) ?? null,
  )
}

/** Whom the server named on this page: what the device says may be of somebody who was here before. */
let named: string | null = null
const whenNamed = new Set<(personId: string) => void>()

/** Who asks the server from this page, as soon as it said so. */
export async function personOnceNamed(): Promise<string> {
  return named ?? (await new Promise<string>((resolve) => whenNamed.add(resolve)))
}

/**
 * Remembers who this browser is. What is on the device of somebody else goes, as far as the server has it: in the same transaction, so that a
 * page that is closed meanwhile leaves it to the next one, which would else take it for done.
 */
export async function setPerson(device: DeviceStore, personId: string): Promise<void> {
  await device.run(EVERYTHING_OF_SOMEBODY, 'write', async (store) => {
    await answerOf(store('person').put(personId, ME))
    await removeOthers(store, personId)
  })
  named = personId
  for (const tell of whenNamed) tell(personId)
  whenNamed.clear()
}

/** Nobody is signed in here any more. Unsent words stay: their person may come back. */
export async function forgetPerson(device: DeviceStore): Promise<void> {
  named = null
  await device.run(EVERYTHING_OF_SOMEBODY, 'write', async (store) => {
    await answerOf(store('person').delete(ME))
    await removeOthers(store, null)
  })
}

/** Signing out on purpose, after the person was told what is lost: everything goes, unsent words too. */
export function clearDevice(device: DeviceStore): Promise<void> {
  const all = ['person', 'copies', 'updates', 'waiting', 'answers', 'setAside'] as const
  return device.run(all, 'write', async (store) => {
    for (const name of all) await answerOf(store(name).clear())
  })
}

async function removeOthers(store: Store, personId: string | null): Promise<void> {
  for (const header of await answerOf<CopyHeader[]>(store('copies').getAll()))
    if (header.personId !== personId) await removeWhenKept(store, header.id)
  for (const key of await answerOf(store('answers').getAllKeys())) {
    const [copy] = key as [copy: string, name: string]
    const isOwn = copy === EVERYBODY || (personId !== null && copy.endsWith(`/${personId}`))
    if (!isOwn) await answerOf(store('answers').delete(key))
  }
}
