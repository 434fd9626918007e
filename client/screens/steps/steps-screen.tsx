import { type ReactNode, useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { catalog } from '../../../shared/template/catalog.ts'
import { CallFailed, callOrRecall, mayWrite } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CannotOpen } from '../agreement/cannot-open.tsx'
import { overviewOf } from '../agreement/overview-of.ts'
import { loadParticipants, useParticipants } from '../agreement/participants-now.ts'
import { partyName } from '../agreement/people-list.tsx'
import { useDerived } from '../agreement/use-derived.ts'
import { type OpenAgreement, useOpenAgreement, useStandingConnection } from '../agreement/use-live.ts'
import { AgreementTitle, ToAgreement } from '../beside-agreement.tsx'
import { useLoad } from '../load.ts'
import { Page } from '../page.tsx'
import { type StepsAround, StepsProvider } from './steps-context.ts'
import { StepsView } from './steps-view.tsx'
import { loadNotes, useStepNotes } from './use-step-notes.ts'
import './steps.css'
import './print.css'

async function loadAll(agreementId: string) {
  const [{ you }, words, notes] = await Promise.all([
    loadParticipants(agreementId),
    callOrRecall(agreementId, endpoints.getCatalog, {}),
    loadNotes(agreementId),
  ])
  const parsed = catalog.safeParse(words)
  if (!parsed.success) throw new CallFailed({ kind: 'unexpected', status: 200 })
  return { you, catalog: parsed.data, notes }
}

type Loaded = Awaited<ReturnType<typeof loadAll>>

/** The seven steps to an agreement, as a companion for whoever leads. */
export function StepsScreen({ agreementId }: { agreementId: string }) {
  const loaded = useLoad(useCallback(() => loadAll(agreementId), [agreementId]))
  const open = useOpenAgreement(agreementId)
  if (loaded.state === 'broken') return <CannotOpen failure={loaded.failure} again={loaded.again} />
  if (loaded.state === 'busy' || open === null) return <Busy />
  return <OpenSteps agreementId={agreementId} loaded={loaded.value} open={open} />
}

function Busy() {
  const { steps } = useText()
  return (
    <Page title={steps.title}>
      <h1>{steps.title}</h1>
      <p role="status">{steps.busy}</p>
      <Skeleton width="100%" height="3rem" />
      <Skeleton width="100%" height="14rem" />
    </Page>
  )
}

type OpenProps = { agreementId: string; loaded: Loaded; open: OpenAgreement }

function OpenSteps({ agreementId, loaded, open }: OpenProps) {
  const connection = useStandingConnection(open.live)
  const notes = useStepNotes(agreementId, loaded.notes, open)
  const { catalog: words } = loaded
  const you = useParticipants(agreementId)?.you ?? loaded.you
  usePresence(open, you)
  if (!connection.opened) return <Busy />
  return (
    <Around agreementId={agreementId} loaded={{ ...loaded, you }} open={open} notes={notes}>
      <StepsView steps={words.steps} open={open} catalog={words} canWrite={mayWrite(connection)} />
    </Around>
  )
}

type AroundProps = OpenProps & { notes: StepsAround['notes']; children: ReactNode }

function Around({ agreementId, loaded, open, notes, children }: AroundProps) {
  const { steps, everywhere } = useText()
  const { you, catalog: words } = loaded
  const overview = useDerived(open.observed.subscribe, () => overviewOf(open.observed.get(), words))
  const body = useSyncExternalStore(open.observed.subscribe, open.observed.get)
  const own = overview.parties.find(({ id }) => id === you.partyId)
  const ownName = own
    ? partyName(own, steps.notes.yourParty)
    : you.role === 'facilitator'
      ? steps.notes.leaders
      : null
  const canWrite = you.role === 'facilitator' || you.role === 'writer'
  const around = useMemo<StepsAround>(
    () => ({ agreementId, body, parties: overview.parties, notes, canWrite, ownName }),
    [agreementId, body, overview, notes, canWrite, ownName],
  )
  return (
    <StepsProvider value={around}>
      <Page title={`${steps.title}, ${overview.title || everywhere.untitled}`}>
        <header className="hs-steps__head">
          <ToAgreement agreementId={agreementId} />
          <AgreementTitle open={open} />
          <h1>{steps.title}</h1>
          <p>{steps.lead}</p>
        </header>
        {children}
      </Page>
    </StepsProvider>
  )
}

function usePresence({ live }: OpenAgreement, you: Loaded['you']): void {
  const { awareness } = live
  useEffect(() => {
    const { personId, name, partyId, role } = you
    awareness.setLocalStateField('user', { personId, name, partyId, role })
  }, [awareness, you])
}
