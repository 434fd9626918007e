const KEY = 'handslag.withoutSockets'
const DAY = 24 * 60 * 60 * 1000

/** What this device remembers of networks that let no socket through. */
export type BlockedMemory = {
  isBlocked: () => boolean
  remember: () => void
  forget: () => void
}

/** Remembers for a day, in what the browser keeps for us; where it keeps nothing, as long as this page. */
export function blockedMemory(now: () => number = Date.now): BlockedMemory {
  let until = readUntil()
  return {
    isBlocked: () => until > now(),
    remember: () => {
      until = now() + DAY
      tryToKeep(() => localStorage.setItem(KEY, String(until)))
    },
    forget: () => {
      until = 0
      tryToKeep(() => localStorage.removeItem(KEY))
    },
  }
}

function readUntil(): number {
  try {
    return Number(localStorage.getItem(KEY) ?? 0) || 0
  } catch {
    return 0
  }
}

/** A browser that keeps nothing for us throws; then the page remembers alone. */
function tryToKeep(keep: () => void): void {
  try {
    keep()
  } catch {}
}
