import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Icon } from '../../ui/icon.tsx'
import { formatDay } from '../format-day.ts'
import { WaitingNote } from '../waiting-note.tsx'
import { useOpenPoints } from './open-points-room.ts'
import { ownerName } from './owner.ts'
import { PointForm } from './point-form.tsx'
import type { SeenPoint } from './waiting-points.ts'

type ListProps = {
  points: readonly SeenPoint[]
  /** Said of each point: where it belongs, in a list of several articles. */
  placeOf?: (point: SeenPoint) => ReactNode
  /** The article of a point can be changed here. */
  choosesPlace?: boolean
}

/** Points one under the other, each to be ticked off, changed or taken away. */
export function PointList({ points, placeOf, choosesPlace = false }: ListProps) {
  return (
    <ul className="hs-points">
      {points.map((point) => (
        <PointRow key={point.id} point={point} place={placeOf?.(point)} choosesPlace={choosesPlace} />
      ))}
    </ul>
  )
}

/** Says that a point was taken away, with the way back; its list may be gone with it. */
export function TakenNotice() {
  const { openPoints } = useText()
  const { taken, putBack } = useOpenPoints()
  return (
    <div role="status">
      {taken === null ? null : (
        <p className="hs-point-taken">
          <span>{openPoints.taken}</span>
          <Button look="quiet" onPress={() => putBack(taken)}>
            {openPoints.putBack}
          </Button>
        </p>
      )}
    </div>
  )
}

type RowProps = {
  point: SeenPoint
  place: ReactNode
  choosesPlace: boolean
}

function PointRow({ point, place, choosesPlace }: RowProps) {
  const { openPoints } = useText()
  const { mayChange, tick, remove, again, drop } = useOpenPoints()
  const [isChanging, setChanging] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const wasChanging = useRef(false)
  useEffect(() => {
    // The form is gone, and the focus with it: it goes on where it was opened.
    if (wasChanging.current && !isChanging) row.current?.querySelector<HTMLElement>('[data-change]')?.focus()
    wasChanging.current = isChanging
  }, [isChanging])
  if (isChanging) {
    const close = () => setChanging(false)
    return (
      <li ref={row} className="hs-point hs-point--open">
        <PointForm
          point={point}
          sectionId={point.sectionId}
          choosesPlace={choosesPlace}
          onDone={close}
          onCancel={close}
        />
      </li>
    )
  }
  const isDone = point.done !== null
  return (
    <li ref={row} className={`hs-point ${isDone ? 'hs-point--done' : ''}`}>
      {mayChange ? (
        <Checkbox isSelected={isDone} onChange={(now) => tick(point.id, now)}>
          <PointText point={point} />
        </Checkbox>
      ) : (
        <PointText point={point} />
      )}
      <PointFacts point={point} place={place} />
      <WaitingNote
        waiting={point.waiting}
        words={openPoints.waiting}
        onAgain={() => again(point.waiting?.refused ?? [])}
        onDrop={() => drop(point.waiting?.refused ?? [])}
      />
      {mayChange ? (
        <div className="hs-point__acts">
          <Button
            look="quiet"
            data-change
            aria-label={openPoints.changeLabel(point.text)}
            onPress={() => setChanging(true)}
          >
            {openPoints.change}
          </Button>
          <Button look="quiet" aria-label={openPoints.takeLabel(point.text)} onPress={() => remove(point)}>
            {openPoints.take}
          </Button>
        </div>
      ) : null}
    </li>
  )
}

function PointText({ point }: { point: SeenPoint }) {
  const { openPoints } = useText()
  return (
    <span className="hs-point__text">
      {point.done === null ? null : <span className="hs-point__done">{openPoints.doneMark} </span>}
      <bdi>{point.text}</bdi>
    </span>
  )
}

function PointFacts({ point, place }: { point: SeenPoint; place: ReactNode }) {
  const words = useText()
  const { openPoints } = words
  const { language } = useLanguage()
  const room = useOpenPoints()
  const who = ownerName(point, room, words)
  const { done, due } = point
  const isLate = due !== null && done === null && due < today()
  return (
    <p className="hs-point__facts hs-soft">
      {place === undefined ? null : <span className="hs-point__place">{place}</span>}
      <span>{who === '' ? openPoints.nobody : openPoints.who(who)}</span>
      {due === null ? null : (
        <span className={isLate ? 'hs-point__late' : ''}>
          {isLate ? <Icon name="attention" size={16} /> : null}
          {isLate ? openPoints.late(formatDay(due, language)) : openPoints.before(formatDay(due, language))}
        </span>
      )}
      <span>
        {done === null
          ? openPoints.madeBy(point.madeByName || openPoints.someone, formatDay(point.madeAt, language))
          : openPoints.doneBy(done.byName || openPoints.someone, formatDay(done.at, language))}
      </span>
    </p>
  )
}

/** The day it is here, as it is written in a calendar. */
function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
