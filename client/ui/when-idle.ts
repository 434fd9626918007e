/** Does something once nothing else is going on. Not every browser tells when it is idle; a short wait comes near. */
export function whenIdle(action: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(action, { timeout: 2000 })
  else setTimeout(action, 120)
}
