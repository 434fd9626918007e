import { type ConnectionReport, type LiveConnection, reportOf } from '../../connection/index.ts'

/** How long (ms) all must be kept before that is said after something was on its way. */
export const KEPT_FOR = 400

/** What is said of a connection, followed. */
export type CalmReport = {
  get(): ConnectionReport
  subscribe(listener: () => void): () => void
}

type Live = Pick<LiveConnection, 'getState' | 'subscribe'>

const reports = new WeakMap<Live, CalmReport>()

/**
 * What is said of this connection, for all who say it. That something is on its way is said at once; that all is kept once it lasts. So the sentence does not
 * change twice at every letter, and never says that something is kept which is not.
 */
export function calmReportOf(live: Live): CalmReport {
  const report = reports.get(live) ?? follow(live)
  reports.set(live, report)
  return report
}

function follow(live: Live): CalmReport {
  let said = reportOf(live.getState())
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop: (() => void) | null = null
  const listeners = new Set<() => void>()
  const say = (report: ConnectionReport) => {
    if (isSame(said, report)) return
    said = report
    for (const listener of [...listeners]) listener()
  }
  const look = () => {
    const now = reportOf(live.getState())
    clearTimeout(timer)
    if (said.kind === 'keeping' && now.kind === 'allKept') timer = setTimeout(() => say(now), KEPT_FOR)
    else say(now)
  }
  return {
    get: () => {
      if (stop === null) say(reportOf(live.getState()))
      return said
    },
    subscribe: (listener) => {
      listeners.add(listener)
      if (stop === null) {
        stop = live.subscribe(look)
        // It may have become another between the first look at it and now.
        look()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearTimeout(timer)
        stop?.()
        stop = null
      }
    },
  }
}

const isSame = (a: ConnectionReport, b: ConnectionReport) => JSON.stringify(a) === JSON.stringify(b)
