import { useEffect, useRef, useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { ReturnView } from '../../../shared/protocol/endpoints-returns.ts'
import { call } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button, Link } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CannotOpen } from '../agreement/cannot-open.tsx'
import { ConnectionSaid } from '../agreement/connection-said.tsx'
import { sayMoment } from '../agreement/history/moment.ts'
import { type AgreementOverview, overviewOf } from '../agreement/overview-of.ts'
import { type Surroundings, useSurroundings } from '../agreement/surroundings.ts'
import { useDerived } from '../agreement/use-derived.ts'
import { type OpenAgreement, useOpenAgreement, useStandingConnection } from '../agreement/use-live.ts'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import { Page } from '../page.tsx'
import { BringBack } from './bring-back.tsx'
import { ChangeList } from './change-list.tsx'
import './returned.css'

/** Where a Word file that was worked on elsewhere comes back: what it says otherwise, to take over as proposals or to leave. */
export function ReturnedScreen({ agreementId }: { agreementId: string }) {
  const surroundings = useSurroundings(agreementId)
  const open = useOpenAgreement(agreementId)
  if (surroundings.state === 'broken')
    return <CannotOpen failure={surroundings.failure} again={surroundings.again} />
  if (surroundings.state === 'busy' || open === null) return <Opening />
  return <Opened agreementId={agreementId} open={open} surroundings={surroundings.value} />
}

function Opening() {
  const { returned } = useText()
  return (
    <Page title={returned.title}>
      <h1>{returned.title}</h1>
      <Waiting />
    </Page>
  )
}

function Waiting() {
  const { returned } = useText()
  return (
    <div className="hs-stack" aria-busy="true">
      <p role="status">{returned.busy}</p>
      <Skeleton width="100%" height="6rem" />
    </div>
  )
}

type OpenedProps = { agreementId: string; open: OpenAgreement; surroundings: Surroundings }

function Opened({ agreementId, open, surroundings }: OpenedProps) {
  const { returned, everywhere } = useText()
  const isOffline = useStandingConnection(open.live).link === 'offline'
  const overview = useDerived(open.observed.subscribe, () =>
    overviewOf(open.observed.get(), surroundings.catalog),
  )
  const [view, setView] = useState<ReturnView | null>(null)
  const heading = useFocusOn(view?.returnId ?? null)
  const mayWrite = ['facilitator', 'writer'].includes(surroundings.you.role)
  return (
    <Page title={`${returned.title}, ${overview.title || everywhere.untitled}`}>
      <div className="hs-returned">
        <div className="hs-returned__head">
          <Link href={`/agreements/${encodeURIComponent(agreementId)}`}>{returned.toText}</Link>
          <ConnectionSaid live={open.live} />
        </div>
        <h1 ref={heading} tabIndex={-1}>
          {returned.title}
        </h1>
        {isOffline ? <Callout kind="attention">{returned.offline}</Callout> : null}
        {view === null ? (
          <Beginning agreementId={agreementId} mayWrite={mayWrite} isOffline={isOffline} onView={setView} />
        ) : (
          <Compared
            agreementId={agreementId}
            view={view}
            overview={overview}
            mayWrite={mayWrite}
            onBack={() => setView(null)}
          />
        )}
      </div>
    </Page>
  )
}

/** The heading, to which the focus goes when another file or the list is shown; not at the first look. */
function useFocusOn(shown: string | null) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [shown])
  return heading
}

type BeginningProps = {
  agreementId: string
  mayWrite: boolean
  isOffline: boolean
  onView: (view: ReturnView) => void
}

function Beginning({ agreementId, mayWrite, isOffline, onView }: BeginningProps) {
  const { returned } = useText()
  const looking = useAction(
    (returnId: string) => call(endpoints.getReturn, { params: { id: agreementId, returnId } }),
    onView,
  )
  return (
    <>
      <p>{returned.lead}</p>
      {mayWrite ? null : <Callout kind="info">{returned.notYours}</Callout>}
      {looking.failure === null ? null : <Failure failure={looking.failure} />}
      <BringBack
        agreementId={agreementId}
        mayBring={mayWrite && !isOffline}
        onBrought={onView}
        onLook={looking.run}
      />
    </>
  )
}

type ComparedProps = {
  agreementId: string
  view: ReturnView
  overview: AgreementOverview
  mayWrite: boolean
  onBack: () => void
}

function Compared({ agreementId, view, overview, mayWrite, onBack }: ComparedProps) {
  const { returned, history } = useText()
  const { language } = useLanguage()
  const when = sayMoment(view.at, history, language, new Date())
  return (
    <>
      <div className="hs-returned__file">
        <div>
          {view.fileName === '' ? null : <p dir="auto">{returned.file(view.fileName)}</p>}
          <p className="hs-soft">{returned.broughtBy(when, view.by.name || returned.someone)}</p>
        </div>
        <Button icon="back" onPress={onBack}>
          {returned.toList}
        </Button>
      </div>
      <ChangeList agreementId={agreementId} view={view} overview={overview} mayDecide={mayWrite} />
    </>
  )
}
