import { useState } from 'react'
import { useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type Prefill, useOpenPoints } from './open-points-room.ts'
import { PointForm } from './point-form.tsx'
import { PointList, TakenNotice } from './point-list.tsx'
import './open-points.css'

/** The points of one article over the screen, and the form for a new one; for who only reads the points alone. */
export function PointsDialog({ prefill, onClose }: { prefill: Prefill; onClose: () => void }) {
  const { openPoints, everywhere } = useText()
  const { agreementId, points, names, mayChange } = useOpenPoints()
  const [said, setSaid] = useState('')
  const { sectionId, text = '' } = prefill
  const here = (points ?? []).filter((point) => point.sectionId === sectionId)
  const ordered = [...here.filter(({ done }) => done === null), ...here.filter(({ done }) => done !== null)]
  const place = sectionId === null ? openPoints.whole : (names.get(sectionId) ?? openPoints.whole)
  return (
    <Dialog title={openPoints.at(place)} closeLabel={everywhere.close} isOpen onClose={onClose}>
      <div className="hs-points-dialog">
        {mayChange ? (
          <PointForm
            point={null}
            sectionId={sectionId}
            text={text}
            choosesPlace={false}
            onDone={() => setSaid(openPoints.added)}
          />
        ) : null}
        <p role="status" className="hs-points-dialog__said">
          {said}
        </p>
        <TakenNotice />
        {ordered.length === 0 ? (
          <p className="hs-soft">{openPoints.noneHere}</p>
        ) : (
          <PointList points={ordered} />
        )}
        <Link href={`/agreements/${encodeURIComponent(agreementId)}/open-punten`}>{openPoints.toAll}</Link>
      </div>
    </Dialog>
  )
}
