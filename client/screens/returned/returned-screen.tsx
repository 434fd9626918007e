import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { ReturnView } from '../../../shared/protocol/endpoints-returns.ts'
import { call } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { sayMoment } from '../agreement/history/moment.ts'
import { type AgreementOverview, overviewOf } from '../agreement/overview-of.ts'
import { useDerived } from '../agreement/use-derived.ts'
import { useStandingConnection } from '../agreement/use-live.ts'
import { BesideAgreement, BesideHead, type OpenedBeside } from '../beside-agreement.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import { Page } from '../page.tsx'
import { useFocusOn } from '../use-focus-on.ts'
import { BringBack } from './bring-back.tsx'
import { ChangeList } from './change-list.tsx'
import './returned.css'

/** Where a Word file that was worked on elsewhere comes back: what it says otherwise, to take over as proposals or to leave. */
export function ReturnedScreen({ agreementId }: { agreementId: string }) {
  const { returned } = useText()
  return (
    <BesideAgreement agreementId={agreementId} words={returned}>
      {(opened) => <Opened {...opened} />}
    </BesideAgreement>
  )
}

function Opened({ agreementId, open, surroundings }: OpenedBeside) {
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
        <BesideHead agreementId={agreementId} open={open} />
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
