import { useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/hidden.tsx'
import { Icon } from '../../ui/icon.tsx'
import { openAt, useMaybeOpenPoints } from './open-points-room.ts'
import './open-points.css'

/** Under an article: how many points are open there, and the way to them; the way to make one where there is none. */
export function ArticlePoints({ id, name }: { id: string; name: string }) {
  const { openPoints } = useText()
  const room = useMaybeOpenPoints()
  if (room === null || room.points === null) return null
  const count = openAt(room.points, id).length
  if (count === 0 && !room.mayChange) return null
  return (
    <button
      type="button"
      className={`hs-add-clause hs-article-points ${count > 0 ? 'hs-article-points--some' : ''}`}
      aria-label={count > 0 ? openPoints.countAt(count, name) : openPoints.makeAt(name)}
      onClick={() => room.make({ sectionId: id })}
    >
      <Icon name="flag" size={18} />
      {count > 0 ? openPoints.count(count) : openPoints.make}
    </button>
  )
}

/** Beside an article in the list: how many points are open there. */
export function PointMark({ id }: { id: string }) {
  const { openPoints } = useText()
  const room = useMaybeOpenPoints()
  const count = openAt(room?.points ?? null, id).length
  if (count === 0) return null
  return (
    <>
      {' '}
      <span className="hs-point-mark" aria-hidden="true">
        <Icon name="flag" size={14} />
        {count}
      </span>
      <VisuallyHidden>{openPoints.count(count)}</VisuallyHidden>
    </>
  )
}

/** Above the list of articles, for everybody: how many points are open in all, and the way to them. */
export function PointsCount() {
  const { openPoints } = useText()
  const room = useMaybeOpenPoints()
  if (room === null) return null
  const open = (room.points ?? []).filter(({ done }) => done === null).length
  return (
    <p className="hs-points-count">
      <Icon name="flag" size={18} />
      <Link href={`/agreements/${encodeURIComponent(room.agreementId)}/open-punten`}>
        {room.points === null ? openPoints.title : openPoints.all(open)}
      </Link>
    </p>
  )
}
