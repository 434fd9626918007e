import { useEffect, useRef, useState } from 'react'
import type { Hold } from '../../../shared/protocol/live.ts'
import { mayWrite, type StandingConnection } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { IconButton } from '../../ui/button.tsx'

/** Tells who has the text open that from now on nobody writes in it, or that one may again: what says so stands above the text, out of view. */
export function HoldNotice({ connection }: { connection: StandingConnection }) {
  const { agreement, articles } = useText()
  const { opened, role, hold } = connection
  const known = useRef<Hold | null | undefined>(undefined)
  const [told, setTold] = useState<Hold | 'open' | null>(null)
  const isKnown = opened && role !== null
  useEffect(() => {
    if (!isKnown) return
    const before = known.current
    known.current = hold
    if (before !== undefined && before !== hold) setTold(hold ?? 'open')
  }, [isKnown, hold])
  const said = told === 'open' ? agreement.holdOver(mayWrite(connection)) : told && agreement.holds[told]
  return (
    <div role="status" className="hs-article-notice-place">
      {said === null ? null : (
        <div className="hs-article-notice">
          <span>{said}</span>
          <IconButton icon="close" label={articles.dismiss} onPress={() => setTold(null)} />
        </div>
      )}
    </div>
  )
}
