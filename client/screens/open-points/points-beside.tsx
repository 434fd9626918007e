import { useText } from '../../text/index.ts'
import { Button, Link } from '../../ui/button.tsx'
import type { Around } from '../agreement/workspace.tsx'
import { openAt, useMaybeOpenPoints } from './open-points-room.ts'
import { PointList, TakenNotice } from './point-list.tsx'
import './open-points.css'

/** What is still open at the article in view, beside the text. */
export function PointsBeside({ around, onGone }: { around: Around; onGone?: (() => void) | undefined }) {
  const { openPoints } = useText()
  const room = useMaybeOpenPoints()
  const { entries } = around.overview
  const entry = entries.find(({ id }) => id === around.place) ?? entries[0]
  if (room === null || room.points === null || entry === undefined) return null
  const here = openAt(room.points, entry.id)
  const make = () => {
    onGone?.()
    room.make({ sectionId: entry.id })
  }
  return (
    <section className="hs-points-beside" aria-labelledby="points-beside">
      <h3 id="points-beside">{openPoints.here}</h3>
      <TakenNotice />
      {here.length === 0 ? <p className="hs-soft">{openPoints.noneHere}</p> : <PointList points={here} />}
      {room.mayChange ? (
        <Button icon="flag" onPress={make}>
          {openPoints.make}
        </Button>
      ) : null}
      <Link href={`/agreements/${encodeURIComponent(room.agreementId)}/open-punten`}>{openPoints.toAll}</Link>
    </section>
  )
}
