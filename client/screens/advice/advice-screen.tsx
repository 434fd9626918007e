import { type FocusEvent, type KeyboardEvent, useEffect, useState } from 'react'
import { historyCommandOf } from '../../editor/undo-history.ts'
import { type FormsAgreement, FormsProvider } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { CannotOpen } from '../agreement/cannot-open.tsx'
import { useStandingConnection } from '../agreement/use-live.ts'
import { BesideAgreement, BesideHead, type OpenedBeside, Waiting } from '../beside-agreement.tsx'
import { Page } from '../page.tsx'
import { ReadOnly } from '../read-only.tsx'
import { useTasksAgreement } from '../tasks/open-tasks.ts'
import { AdviceView } from './advice-view.tsx'
import { CompletenessView } from './completeness-view.tsx'
import { AdviceProvider, type LoadedAdvice, useAdviceEngine, useLoadedAdvice } from './use-advice.ts'
import './advice.css'

/** What can still be better and what is still empty, with the steps that mend it. */
export function AdviceScreen({ agreementId }: { agreementId: string }) {
  const { advice } = useText()
  const loaded = useLoadedAdvice(agreementId)
  if (loaded.state === 'broken') return <CannotOpen failure={loaded.failure} again={loaded.again} />
  return (
    <BesideAgreement agreementId={agreementId} words={advice}>
      {(opened) => <Opened {...opened} loaded={loaded.state === 'busy' ? null : loaded.value} />}
    </BesideAgreement>
  )
}

type OpenedProps = OpenedBeside & { loaded: LoadedAdvice | null }

function Opened({ agreementId, open, surroundings, loaded }: OpenedProps) {
  const { advice, agreement: words } = useText()
  const connection = useStandingConnection(open.live)
  const forms = useTasksAgreement(open, surroundings)
  return (
    <Page title={advice.title}>
      <div className="hs-advice">
        <BesideHead agreementId={agreementId} open={open} />
        <h1>{advice.title}</h1>
        <p className="hs-soft">{advice.lead}</p>
        <ReadOnly {...{ agreementId, connection }} ownPart={words.readOnly} />
        {connection.opened && forms !== null && loaded !== null ? (
          <Running
            agreementId={agreementId}
            open={open}
            surroundings={surroundings}
            loaded={loaded}
            forms={forms}
          />
        ) : (
          <Waiting sentence={advice.busy} />
        )}
      </div>
    </Page>
  )
}

function Running({
  agreementId,
  open,
  surroundings,
  loaded,
  forms,
}: OpenedBeside & { loaded: LoadedAdvice; forms: FormsAgreement }) {
  const { views, busy } = useText().advice
  const around = useAdviceEngine(agreementId, open, surroundings, loaded)
  const [shown, setShown] = useState(ADVICE)
  const [point, setPoint] = useState(() => location.hash.slice(1))
  useArrivalAtPoint(around !== null && shown === ADVICE ? point : '')
  const goToPoint = (slug: string) => {
    setPoint(slug)
    setShown(ADVICE)
  }
  if (around === null) return <Waiting sentence={busy} />
  return (
    <FormsProvider value={forms}>
      <AdviceProvider value={around}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens for what its inputs tell and is none itself */}
        <div onFocus={tellField(forms)} onBlur={tellField(forms)} onKeyDownCapture={undoKeys(forms)}>
          <Tabs
            label={views.label}
            shown={shown}
            onShow={(key) => {
              setPoint('')
              setShown(key)
            }}
            pages={[
              { key: ADVICE, label: views.advice, content: <AdviceView /> },
              {
                key: 'completeness',
                label: views.completeness,
                content: <CompletenessView onPoint={goToPoint} />,
              },
            ]}
          />
        </div>
      </AdviceProvider>
    </FormsProvider>
  )
}

const ADVICE = 'advice'

/** Leads to a point by its slug: the one that the address names behind `#`, or that somebody chose. */
function useArrivalAtPoint(slug: string): void {
  useEffect(() => {
    if (slug === '') return
    const card = document.getElementById(slug)
    card?.scrollIntoView({ block: 'start' })
    card?.querySelector('h3')?.focus({ preventScroll: true })
  }, [slug])
}

/** Tells the others which field the focus is in. */
const tellField = (forms: FormsAgreement) => (event: FocusEvent) => {
  const now = event.type === 'blur' ? event.relatedTarget : event.target
  const field = now instanceof Element ? now.closest<HTMLElement>('[data-address]') : null
  forms.presence.enter(field?.dataset.address ?? null)
}

/** One history for the agreement: the keys never reach the undo of a single input. */
const undoKeys = (forms: FormsAgreement) => (event: KeyboardEvent) => {
  const isReason = event.target instanceof Element && event.target.closest('.hs-advice__aside') !== null
  if (isReason || historyCommandOf(event) !== 'undo') return
  event.preventDefault()
  event.stopPropagation()
  forms.undo()
}
