/** Keeps the app itself on this device once the page has come in, so that it starts without a network. Never throws. */
export function keepAppAtHand(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = () => navigator.serviceWorker.register('/service-worker.js').catch(() => {})
  // The first visit has better things to load first.
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}

const RELOADED = 'handslag.reloaded'
/** A page that could not be mended by loading it anew is not loaded again for so long, in milliseconds. */
const ONCE_PER = 60_000

/**
 * A part of the page that cannot be fetched is one of a build the server no longer has: the page is loaded anew, once. What was written
 * stands on this device or is asked about by the browser before the page goes.
 */
export function reloadWhenPartsAreGone(): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (!navigator.onLine || wasJustReloaded()) return
    event.preventDefault()
    location.reload()
  })
}

function wasJustReloaded(): boolean {
  try {
    const before = Number(sessionStorage.getItem(RELOADED) ?? 0)
    if (Date.now() - before < ONCE_PER) return true
    sessionStorage.setItem(RELOADED, String(Date.now()))
    return false
  } catch {
    return true
  }
}
