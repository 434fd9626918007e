import { useState } from 'react'
import { useText } from '../../text/index.ts'
import { Link } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { overviewOf } from '../agreement/overview-of.ts'
import { useDerived } from '../agreement/use-derived.ts'
import { useStandingConnection } from '../agreement/use-live.ts'
import { BesideAgreement, BesideHead, type OpenedBeside, Waiting } from '../beside-agreement.tsx'
import { Failure } from '../failure.tsx'
import { Page } from '../page.tsx'
import { byArticle, byOwner, type PointGroup } from './groups.ts'
import { OpenPointsAround } from './open-points-around.tsx'
import { useOpenPoints } from './open-points-room.ts'
import { ownerName, ownerOptions } from './owner.ts'
import { PointForm } from './point-form.tsx'
import { PointList, TakenNotice } from './point-list.tsx'
import { TakeAlong } from './take-along.tsx'
import type { SeenPoint } from './waiting-points.ts'
import './open-points.css'

/** All that is still to be done or decided in an agreement, by article or by who does it. */
export function OpenPointsScreen({ agreementId }: { agreementId: string }) {
  const { openPoints } = useText()
  return (
    <BesideAgreement agreementId={agreementId} words={openPoints}>
      {(opened) => <Opened {...opened} />}
    </BesideAgreement>
  )
}

function Opened({ agreementId, open, surroundings }: OpenedBeside) {
  const { openPoints, everywhere } = useText()
  const connection = useStandingConnection(open.live)
  const overview = useDerived(open.observed.subscribe, () =>
    overviewOf(open.observed.get(), surroundings.catalog),
  )
  return (
    <Page title={`${openPoints.title}, ${overview.title || everywhere.untitled}`}>
      <div className="hs-points-page">
        <BesideHead agreementId={agreementId} open={open} />
        <h1>{openPoints.title}</h1>
        <p>{openPoints.lead}</p>
        <OpenPointsAround {...{ agreementId, open, overview, you: surroundings.you }}>
          {connection.opened ? <Points title={overview.title} /> : <Waiting sentence={openPoints.busy} />}
        </OpenPointsAround>
      </div>
    </Page>
  )
}

function Points({ title }: { title: string }) {
  const { openPoints } = useText()
  const { points, failure, refresh, mayChange } = useOpenPoints()
  const [said, setSaid] = useState('')
  const broken = failure === null ? null : <Failure failure={failure} again={refresh} />
  if (points === null) return broken ?? <Waiting sentence={openPoints.busy} />
  const open = points.filter(({ done }) => done === null)
  const done = points.filter((point) => point.done !== null)
  return (
    <>
      {broken}
      {mayChange ? (
        <details className="hs-sheet hs-points-new">
          <summary>{openPoints.makeNew}</summary>
          <PointForm point={null} sectionId={null} choosesPlace onDone={() => setSaid(openPoints.added)} />
          <p role="status" className="hs-points-new__said">
            {said}
          </p>
        </details>
      ) : null}
      <TakenNotice />
      {points.length === 0 ? <Callout kind="info">{openPoints.empty}</Callout> : null}
      {points.length > 0 && open.length === 0 ? <Callout kind="good">{openPoints.allDone}</Callout> : null}
      {open.length === 0 ? null : <Open open={open} />}
      {done.length === 0 ? null : (
        <details className="hs-points-done">
          <summary>{openPoints.doneCount(done.length)}</summary>
          <PlacedList points={done} />
        </details>
      )}
      {points.length === 0 ? null : <TakeAlong title={title} />}
    </>
  )
}

const VIEWS = ['article', 'owner'] as const
type View = (typeof VIEWS)[number]

function Open({ open }: { open: readonly SeenPoint[] }) {
  const words = useText()
  const { openPoints } = words
  const room = useOpenPoints()
  const [view, setView] = useState<View>('article')
  const groups: PointGroup<SeenPoint>[] =
    view === 'article'
      ? byArticle(open, room.names, openPoints)
      : byOwner(open, ownerOptions(room, null, words), (point) => ownerName(point, room, words))
  return (
    <>
      <div className="hs-points-page__order">
        <h2>{openPoints.all(open.length)}</h2>
        <RadioGroup
          label={openPoints.order}
          options={VIEWS.map((key) => ({ key, content: openPoints.orders[key] }))}
          value={view}
          onChange={setView}
        />
      </div>
      {groups.map((group) => (
        <section key={`${view} ${group.key}`} className="hs-sheet hs-points-group">
          <h3 lang="nl" dir="auto">
            {view === 'article' && room.names.has(group.key) ? (
              <PlaceLink id={group.key} name={group.name} />
            ) : (
              group.name
            )}
          </h3>
          {view === 'article' ? (
            <PointList points={group.points} choosesPlace />
          ) : (
            <PlacedList points={group.points} />
          )}
        </section>
      ))}
    </>
  )
}

/** Points with where each belongs. */
function PlacedList({ points }: { points: readonly SeenPoint[] }) {
  const { openPoints } = useText()
  const { names } = useOpenPoints()
  const placeOf = ({ sectionId, heading }: SeenPoint) => {
    if (sectionId === null) return openPoints.whole
    const name = names.get(sectionId)
    return name === undefined ? openPoints.gone(heading) : <PlaceLink id={sectionId} name={name} />
  }
  return <PointList points={points} placeOf={placeOf} choosesPlace />
}

function PlaceLink({ id, name }: { id: string; name: string }) {
  const { agreementId } = useOpenPoints()
  return <Link href={`/agreements/${encodeURIComponent(agreementId)}#${id}`}>{name}</Link>
}
