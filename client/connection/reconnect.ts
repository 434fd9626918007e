/** Longest wait (ms) before try number 1, 2, 3, …; the last one for all further tries. */
const LONGEST = [1000, 2000, 4000, 6000] as const
/** Share of that wait which everybody waits at least. */
const LEAST = 0.2
/** A try that has not come through within this time (ms) is given up: some networks swallow what they do not let pass. */
const PATIENCE = 15_000
/** How often (ms) an open connection is asked whether it lives; it is given up when nothing came since the time before. */
const HEARTBEAT = 15_000
/** Time (ms) in which an open connection must show that it lives, when it is asked to. */
const ANSWER_WITHIN = 5000

/**
 * How long (ms) to wait before the next try after so many failed ones. `random` is from 0 to 1: many browsers that lose one server
 * at the same moment come back spread out, not in one wave.
 */
export function waitBefore(attempt: number, random: number): number {
  const longest = LONGEST[Math.min(attempt, LONGEST.length) - 1] ?? LONGEST[0]
  return Math.round(longest * (LEAST + (1 - LEAST) * random))
}

/** What the loop steers: a connection that never tries again by itself. */
export type Line = {
  connect: () => void
  /** Lets go of the connection, open or not; `lost` must follow. */
  drop: () => void
  isOpen: () => boolean
  /** Says something that the other side answers. */
  ask: () => void
  /** A number that grows with every message that comes in. */
  heard: () => number
}

/** Keeps a line up. It tells the loop what happened to it; the loop tells it when to try. */
export type Reconnect = {
  /** The first try, at once. */
  start: () => void
  /** The line is open and has delivered something: the next loss begins to count anew. */
  good: () => void
  /** The line is gone. */
  lost: () => void
  /** Looks whether an open line still lives, and tries at once when there is none: the network changed, the laptop woke up. */
  check: () => void
  /** Drops the line and tries again after this time (ms). */
  again: (after: number) => void
  /** No more tries. */
  stop: () => void
}

/** Makes the loop over a line. */
export function createReconnect(line: Line, random: () => number = Math.random): Reconnect {
  let failures = 0
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | null = null
  let answer: ReturnType<typeof setTimeout> | undefined
  let heardBefore: number | null = null
  const wait = (milliseconds: number, task: () => void) => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => {
      timer = null
      task()
    }, milliseconds)
  }
  const attempt = () => {
    if (stopped) return
    line.connect()
    wait(PATIENCE, () => {
      if (!line.isOpen()) line.drop()
    })
  }
  // It asks first: in a hidden tab, whose clock may go once a minute, silence alone tells nothing.
  const beat = () => {
    if (!line.isOpen()) {
      heardBefore = null
    } else if (heardBefore === line.heard()) {
      heardBefore = null
      line.drop()
    } else {
      heardBefore = line.heard()
      line.ask()
    }
  }
  const heartbeat = setInterval(beat, HEARTBEAT)
  const stop = () => {
    stopped = true
    clearInterval(heartbeat)
    clearTimeout(answer)
    if (timer !== null) clearTimeout(timer)
  }
  return {
    start: attempt,
    good: () => {
      failures = 0
    },
    lost: () => {
      if (stopped) return
      failures += 1
      wait(waitBefore(failures, random()), attempt)
    },
    check: () => {
      if (stopped) return
      // Everybody in the room gets the network back in the same second.
      if (!line.isOpen()) {
        wait(waitBefore(1, random()) / 3, () => (line.isOpen() ? null : attempt()))
        return
      }
      const before = line.heard()
      line.ask()
      // Beside the timer of the tries: what is to go again soon still does.
      clearTimeout(answer)
      answer = setTimeout(() => {
        if (line.isOpen() && line.heard() === before) line.drop()
      }, ANSWER_WITHIN)
      return
    },
    again: (after) => {
      if (stopped) return
      wait(after, () => {
        line.drop()
        attempt()
      })
    },
    stop,
  }
}

type Page = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

/** Moments at which a browser may have changed its network or slept. Calls back at each; returns its stop. */
export function followWakings(onWaking: () => void, view: Page | null = null): () => void {
  const page = view ?? (typeof window === 'undefined' ? null : window)
  if (page === null) return () => {}
  const onVisible = () => {
    if (document.visibilityState === 'visible') onWaking()
  }
  const onWindow = ['online', 'offline', 'pageshow'] as const
  for (const name of onWindow) page.addEventListener(name, onWaking)
  document.addEventListener('visibilitychange', onVisible)
  document.addEventListener('resume', onWaking)
  return () => {
    for (const name of onWindow) page.removeEventListener(name, onWaking)
    document.removeEventListener('visibilitychange', onVisible)
    document.removeEventListener('resume', onWaking)
  }
}
