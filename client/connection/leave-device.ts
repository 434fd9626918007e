import { endpoints } from '../../shared/protocol/endpoints.ts'
import { commentQueues } from './comment-queue.ts'
import { listCopies } from './copies.ts'
import { clearDevice } from './device-person.ts'
import { closeDeviceStore, deviceStore, maybeDeviceStore, removeDeviceStore } from './device-store.ts'
import { call } from './http.ts'
import { liveConnections } from './kept-live.ts'
import { openPointQueues } from './open-point-queue.ts'

const OURS = 'handslag.'
/** The app itself: the same files for everybody (`service-worker.ts`). */
const APP_CACHE = 'handslag-app-'
const LEFT = 'handslag.left'
/** Where a page goes that holds nothing of anybody any more. */
export const LEFT_PAGE = '/afgemeld'

/** How many edits, comments and deeds with open points stand on this device alone; they go when the person leaves. */
export async function unsentHere(): Promise<number> {
  const device = await deviceStore()
  const said = commentQueues.unsent() + openPointQueues.unsent()
  if (device === null) return said
  try {
    return (await listCopies(device)).reduce((sum, { waiting }) => sum + waiting, said)
  } catch {
    return said
  }
}

/**
 * Signs out and takes everything of everybody off this device: copies, answers, words set aside, small choices, what other pages of ours
 * hold open. Then the page is loaded anew, at `to`, without a way back into what it showed. Throws `CallFailed` when the server could not be told:
 * then nothing is left here but the cookie, which no script can remove.
 */
export async function leaveDevice(to: string = LEFT_PAGE): Promise<void> {
  tellOtherTabs()
  liveConnections.endAll()
  await wipe()
  await call(endpoints.leave, {})
  // What still ran while the server was told.
  await wipe()
  location.replace(to)
}

/** Has this page go too when somebody leaves in another tab, and never shows again what the browser held of a page that was left. */
export function followLeaving(): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== LEFT || newValue === null) return
    liveConnections.endAll()
    location.replace(LEFT_PAGE)
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}

function tellOtherTabs(): void {
  quietly(() => localStorage.setItem(LEFT, String(Date.now())))
}

async function wipe(): Promise<void> {
  for (const storage of [() => localStorage, () => sessionStorage]) quietly(() => removeOurs(storage()))
  await Promise.all([wipeStore(), wipeCaches()])
}

function removeOurs(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(OURS)) storage.removeItem(key)
}

/** Emptied first, and then removed: removing waits for other tabs, which may be slow to let go. */
async function wipeStore(): Promise<void> {
  await closeDeviceStore()
  const device = await maybeDeviceStore()
  if (device === null) return
  await clearDevice(device).catch(() => {})
  device.close()
  await removeDeviceStore()
}

async function wipeCaches(): Promise<void> {
  try {
    const names = (await caches.keys()).filter((name) => !name.startsWith(APP_CACHE))
    await Promise.all(names.map((name) => caches.delete(name)))
  } catch {
    // A browser without caches, or a page without https: then nothing stands in one.
  }
}

/** A browser that keeps nothing for us throws; then there is nothing to remove. */
function quietly(work: () => void): void {
  try {
    work()
  } catch {}
}
