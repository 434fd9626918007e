import type { StoredVisit, VisitStore } from '../storage/visits.ts'

/** Connections of one person less than this apart (ms) are one visit. */
export const VISIT_GAP = 2 * 60_000
/** Ended visits that wait for a disk which says no. */
const MOST_GONE = 10_000

export type VisitParts = {
  store: VisitStore
  clock: () => Date
  /** Connections of one person less than this apart (ms) are one visit. */
  gap?: number
  onError: (error: unknown) => void
}

/** From when to when somebody was seen, as far as it is not kept yet. */
type Seen = { agreementId: string; personId: string; from: Date; to: Date }

/**
 * When people were in an agreement. The rooms tell who comes and who is gone; what is kept is when somebody was seen last, every half
 * minute for all who are there, in one transaction. Several servers can do so for one person.
 */
export type Visits = ReturnType<typeof createVisits>

export function createVisits({ store, clock, gap = VISIT_GAP, onError }: VisitParts) {
  /** How often (ms) it is kept who is there; well within the gap, so that nobody's visit breaks when a server dies and is started again. */
  const keepEvery = gap / 4
  const present = new Map<string, Seen>()
  const gone: Seen[] = []
  let timer: NodeJS.Timeout | null = null
  let keeping: Promise<void> = Promise.resolve()

  const keepLater = () => {
    timer ??= setTimeout(() => {
      timer = null
      keepNow()
    }, keepEvery).unref()
  }

  async function write(seen: readonly Seen[]): Promise<void> {
    const agreementIds = [...new Set(seen.map(({ agreementId }) => agreementId))]
    await store.change(agreementIds, (known) => withSeen(known, seen, gap))
  }

  /** Keeps who is there and who was since the last time. */
  function keepNow(): Promise<void> {
    const now = clock()
    const ended = gone.splice(0)
    const seen = [...ended, ...[...present.values()].map((one) => ({ ...one, to: now }))]
    if (present.size > 0) keepLater()
    if (seen.length > 0) keeping = keeping.then(() => write(seen)).catch((error) => putBack(ended, error))
    return keeping
  }

  /** The disk said no: who is there is kept the next time, and who is gone with them. */
  function putBack(ended: readonly Seen[], error: unknown): void {
    if (gone.length < MOST_GONE) gone.unshift(...ended)
    keepLater()
    onError(error)
  }

  return {
    /** The first connection of a person to an agreement is there. */
    came(agreementId: string, personId: string): void {
      const now = clock()
      present.set(keyOf(agreementId, personId), { agreementId, personId, from: now, to: now })
      keepLater()
    },

    /** The last connection of a person to an agreement has ended. */
    left(agreementId: string, personId: string): void {
      const seen = present.get(keyOf(agreementId, personId))
      if (!seen) return
      present.delete(keyOf(agreementId, personId))
      gone.push({ ...seen, to: clock() })
      keepLater()
    },

    /** When the person's visit before the one that is under way ended, ISO 8601; the last visit, when none is. Null when there was none. */
    async maybeLastVisit(agreementId: string, personId: string): Promise<string | null> {
      const visit = await store.maybeVisit(agreementId, personId)
      if (!visit) return null
      const here = present.get(keyOf(agreementId, personId))
      if (here) return visitWith(visit, here, gap).previousEndedAt
      // On another server, perhaps.
      const isHere = clock().getTime() - Date.parse(visit.seenAt) < gap
      return isHere ? visit.previousEndedAt : visit.seenAt
    },

    keepNow,

    /** Keeps what is not kept yet, and stops. */
    async close(): Promise<void> {
      await keepNow()
      if (timer) clearTimeout(timer)
    },
  }
}

const keyOf = (agreementId: string, personId: string) => `${agreementId}\n${personId}`

/** The visits of those who were seen, as they are now: one goes on when its person was away for less than the gap. */
function withSeen(known: readonly StoredVisit[], seen: readonly Seen[], gap: number): StoredVisit[] {
  const visits = new Map(known.map((visit) => [keyOf(visit.agreementId, visit.personId), visit]))
  const touched = new Map<string, StoredVisit>()
  for (const one of [...seen].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const key = keyOf(one.agreementId, one.personId)
    touched.set(key, visitWith(touched.get(key) ?? visits.get(key), one, gap))
  }
  return [...touched.values()]
}

function visitWith(
  visit: StoredVisit | undefined,
  { agreementId, personId, from, to }: Seen,
  gap: number,
): StoredVisit {
  if (!visit) return { agreementId, personId, seenAt: to.toISOString(), previousEndedAt: null }
  const before = Date.parse(visit.seenAt)
  const previousEndedAt = from.getTime() - before >= gap ? visit.seenAt : visit.previousEndedAt
  return { ...visit, seenAt: new Date(Math.max(before, to.getTime())).toISOString(), previousEndedAt }
}
