import { useCallback, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { type OpenPointWords, openPointsOutline } from '../../../shared/outline/open-points-outline.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { callForFile } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { OutlinePaper } from '../agreement/preview/outline-paper.tsx'
import { Failure } from '../failure.tsx'
import { formatDay } from '../format-day.ts'
import { handOver } from '../hand-over.ts'
import { useAction } from '../load.ts'
import { PrintButton } from '../print-button.tsx'
import { useOpenPoints } from './open-points-room.ts'
import { ownerName } from './owner.ts'
import './print.css'

/** The ways to take the list along: on paper, as a Word file, in a calendar. */
export function TakeAlong({ title }: { title: string }) {
  const { openPoints } = useText()
  const { agreementId, points } = useOpenPoints()
  const [isPrinting, setPrinting] = useState(false)
  // The same at each drawing: another one would print anew when somebody adds a point meanwhile.
  const endPrinting = useCallback(() => setPrinting(false), [])
  const fetching = useAction(
    (format: 'docx' | 'ics') =>
      callForFile(endpoints.exportOpenPoints, { params: { id: agreementId }, query: { format } }),
    (file) => handOver(file, 'open-punten'),
  )
  const hasDay = (points ?? []).some(({ due, done }) => due !== null && done === null)
  return (
    <section className="hs-points-take" aria-labelledby="take-along">
      <h2 id="take-along">{openPoints.takeAlong.heading}</h2>
      <div className="hs-points-take__ways">
        <PrintButton onPress={() => setPrinting(true)}>{openPoints.takeAlong.print}</PrintButton>
        <Button icon="download" isBusy={fetching.isBusy} onPress={() => fetching.run('docx')}>
          {openPoints.takeAlong.word}
        </Button>
        <Button
          icon="calendar"
          isBusy={fetching.isBusy}
          isDisabled={!hasDay}
          onPress={() => fetching.run('ics')}
        >
          {openPoints.takeAlong.calendar}
        </Button>
      </div>
      <p className="hs-soft">{hasDay ? openPoints.takeAlong.calendarHelp : openPoints.takeAlong.noDays}</p>
      {fetching.failure === null ? null : <Failure failure={fetching.failure} />}
      {isPrinting ? <Printed title={title} onPrinted={endPrinting} /> : null}
    </section>
  )
}

/** The same page as the Word file has, beside the screen: on paper it is alone. */
function Printed({ title, onPrinted }: { title: string; onPrinted: () => void }) {
  const words = useText()
  const { openPoints } = words
  const { language } = useLanguage()
  const { points, names, parties } = useOpenPoints()
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted, { once: true })
    window.print()
    return () => window.removeEventListener('afterprint', onPrinted)
  }, [onPrinted])
  const onPaper: OpenPointWords = {
    ...openPoints.paper,
    title: openPoints.title,
    whole: openPoints.whole,
    gone: openPoints.gone,
    nobody: openPoints.nobody,
    formatDay: (day) => formatDay(day, language),
  }
  const outline = openPointsOutline(
    (points ?? []).map((point) => ({
      ...point,
      who: ownerName(point, { parties }, words),
      isDone: point.done !== null,
    })),
    { title, names, today: new Date().toISOString().slice(0, 10), language },
    onPaper,
  )
  return createPortal(
    <div className="hs-points-print">
      <OutlinePaper outline={outline} />
    </div>,
    document.body,
  )
}
