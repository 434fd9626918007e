const KEY = 'handslag.sharedComputer'

/** What this page was told; where the browser keeps nothing it holds as long as the page. */
let isShared: boolean | null = null

/** Whether the person said that others use this computer too: then nothing of theirs is kept on it. */
export function isSharedComputer(): boolean {
  try {
    return isShared ?? localStorage.getItem(KEY) !== null
  } catch {
    return isShared ?? false
  }
}

/** Remembers what the person said, for this page and the other tabs. */
export function rememberSharedComputer(shared: boolean): void {
  isShared = shared
  try {
    if (shared) localStorage.setItem(KEY, 'yes')
    else localStorage.removeItem(KEY)
  } catch {
    // Private windows may refuse; this page knows.
  }
}
