import { useText } from '../../../text/index.ts'
import { VisuallyHidden } from '../../../ui/hidden.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useArticleRoom } from '../articles/article-room.ts'
import { placesOf } from './changes.ts'
import { factsIn } from './facts-in-text.ts'
import { useHistoryRoom } from './history-room.ts'
import './history.css'

/** Beside an article in the list: that others changed it since one's last visit. */
export function SinceMark({ id }: { id: string }) {
  const { mark, markLabel } = useText().history.since
  const { since } = useHistoryRoom()
  const room = useArticleRoom()
  if (since.length === 0) return null
  const facts = room === null ? null : factsIn(room.observed.get(), id)
  if (!since.some(({ place }) => place === id || facts?.has(place))) return null
  return (
    <>
      {' '}
      <span className="hs-since" aria-hidden="true">
        {mark}
      </span>
      <VisuallyHidden>{markLabel}</VisuallyHidden>
    </>
  )
}

/** Above the list: how many places are new, and the way to them. */
export function SinceVisit({ onGone }: { onGone: () => void }) {
  const { since: words } = useText().history
  const { since, open } = useHistoryRoom()
  const count = placesOf(since).length
  if (count === 0) return null
  const go = () => {
    onGone()
    open()
  }
  return (
    <button type="button" className="hs-since-open" onClick={go}>
      <Icon name="write" />
      {words.open(count)}
    </button>
  )
}
