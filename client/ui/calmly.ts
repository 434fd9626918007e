/** Waits (ms): how long nothing may come before what came is told, and how long it is kept back at most while more comes. */
const REST = 150
const AT_MOST = 1000

/** Tells once that something happened, when it has come to rest. */
export type Calm = {
  /** Something happened. `mayWait`: more of it is likely to come at once, as letters do; else it is told within the shorter wait. */
  note(mayWait: boolean): void
  /** Tells nothing any more. */
  stop(): void
}

/**
 * For what is drawn beside a text in which somebody types: it follows when the fingers rest for a moment, and now and then while they do not. So no
 * letter waits for it.
 */
export function calmly(tell: () => void): Calm {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since: number | null = null
  const stop = () => {
    clearTimeout(timer)
    since = null
  }
  return {
    note: (mayWait) => {
      since ??= performance.now()
      const left = since + (mayWait ? AT_MOST : REST) - performance.now()
      clearTimeout(timer)
      timer = setTimeout(
        () => {
          since = null
          tell()
        },
        Math.max(0, Math.min(REST, left)),
      )
    },
    stop,
  }
}
