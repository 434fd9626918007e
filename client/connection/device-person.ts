import { listCopies, removeWhenKept } from './copies.ts'
import type { DeviceStore } from './device-store.ts'
import { answerOf } from './indexed-db.ts'

/**
 * Who this browser is, and what of whom stays on it. A browser is one person at a time, as its cookie is: what belongs to another
 * leaves the device as soon as the server names somebody else, but for words that were never sent.
 */

const ME = 'me'
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

/** Remembers who this browser is. What is on the device of somebody else goes, as far as the server has it. */
export async function setPerson(device: DeviceStore, personId: string): Promise<void> {
  if ((await maybePerson(device)) !== personId) {
    await device.run(['person'], 'write', (store) => answerOf(store('person').put(personId, ME)))
    await removeOthers(device, personId)
  }
  named = personId
  for (const tell of whenNamed) tell(personId)
  whenNamed.clear()
}

/** Nobody is signed in here any more. Unsent words stay: their person may come back. */
export async function forgetPerson(device: DeviceStore): Promise<void> {
  named = null
  await device.run(['person'], 'write', (store) => answerOf(store('person').delete(ME)))
  await removeOthers(device, null)
}

/** Signing out on purpose, after the person was told what is lost: everything goes, unsent words too. */
export function clearDevice(device: DeviceStore): Promise<void> {
  const all = ['person', 'copies', 'updates', 'waiting', 'answers', 'setAside'] as const
  return device.run(all, 'write', async (store) => {
    for (const name of all) await answerOf(store(name).clear())
  })
}

async function removeOthers(device: DeviceStore, personId: string | null): Promise<void> {
  const others = (await listCopies(device)).filter(({ header }) => header.personId !== personId)
  for (const { header } of others) await removeWhenKept(device, header.id)
  await device.run(['answers'], 'write', async (store) => {
    for (const { copy, name } of await answerOf<{ copy: string; name: string }[]>(
      store('answers').getAll(),
    )) {
      const isOwn = copy === EVERYBODY || (personId !== null && copy.endsWith(`/${personId}`))
      if (!isOwn) await answerOf(store('answers').delete([copy, name]))
    }
  })
}
