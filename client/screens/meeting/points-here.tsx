import { useLanguage, useText } from '../../text/index.ts'
import { formatDay } from '../format-day.ts'
import { openAt, useMaybeOpenPoints } from '../open-points/open-points-room.ts'
import { ownerName } from '../open-points/owner.ts'

/** What is still open at the article that is shown, with who does it and when: to be read, not to be changed. Nothing when nothing is open. */
export function PointsHere({ articleId }: { articleId: string }) {
  const words = useText()
  const { language } = useLanguage()
  const room = useMaybeOpenPoints()
  const open = openAt(room?.points ?? null, articleId)
  if (room === null || open.length === 0) return null
  return (
    <section>
      <h2>{words.openPoints.here}</h2>
      <ul className="hs-points-here">
        {open.map((point) => {
          const who = ownerName(point, room, words) || words.openPoints.nobody
          const due = point.due === null ? '' : words.openPoints.before(formatDay(point.due, language))
          return (
            <li key={point.id}>
              <bdi>{point.text}</bdi> <span className="hs-soft">{[who, due].filter(Boolean).join('. ')}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
