import { useEffect, useRef, useState } from 'react'
import type { Hold } from '../../../../shared/protocol/live.ts'
import type { StandingConnection } from '../../../connection/index.ts'

/** Whether one writes: nobody does for now, one does, or one's part is reading. */
export type Writing = Hold | 'writes' | 'reads'

/** What became otherwise while the text was open: nobody writes any more, that is over, or one's own part is another. */
export type ToldHold = Hold | 'over' | 'may-write' | 'may-not-write'

/** What is to be told of that, until it is closed. Known by what the server says of this connection. */
export function useToldHold({ opened, role, hold, canWrite }: StandingConnection): {
  told: ToldHold | null
  close: () => void
} {
  const known = useRef<Writing | null>(null)
  const [told, setTold] = useState<ToldHold | null>(null)
  const now = opened && role !== null ? (hold ?? (canWrite ? 'writes' : 'reads')) : null
  useEffect(() => {
    if (now === null) return
    const before = known.current
    known.current = now
    if (before !== null && before !== now) setTold(toldOf(before, now))
  }, [now])
  return { told, close: () => setTold(null) }
}

/** What is told when one came to the other; the two differ. */
export function toldOf(before: Writing, now: Writing): ToldHold {
  if (now !== 'writes' && now !== 'reads') return now
  if (before !== 'writes' && before !== 'reads') return 'over'
  return now === 'writes' ? 'may-write' : 'may-not-write'
}
