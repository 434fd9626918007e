/** Wait after a change before the advice looks, and how long at most until it does, in milliseconds. */
const CALM = 350
const LATEST = 2500

/** Calls back once, after a pause and when the browser has nothing else to do. Gives back its stop. */
export function whenIdle(work: () => void): () => void {
  let idle: number | null = null
  const timer = setTimeout(() => {
    // Safari has no idle time to give; there the pause alone must do.
    if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(work, { timeout: LATEST })
    else work()
  }, CALM)
  return () => {
    clearTimeout(timer)
    if (idle !== null) cancelIdleCallback(idle)
  }
}
