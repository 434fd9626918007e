import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { type Catalog, catalog } from '../../../shared/template/catalog.ts'
import { CallFailed, call, mayWrite } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Callout } from '../../ui/callout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CannotOpen } from '../agreement/cannot-open.tsx'
import { ConnectionSaid } from '../agreement/connection-said.tsx'
import { useDerived } from '../agreement/use-derived.ts'
import { type OpenAgreement, useOpenAgreement, useStandingConnection } from '../agreement/use-live.ts'
import { AgreementTitle, ToAgreement } from '../beside-agreement.tsx'
import { useLoad } from '../load.ts'
import { Page } from '../page.tsx'
import { PrintButton } from '../print-button.tsx'
import { Filling } from './filling.tsx'
import { FocusChoice } from './focus-choice.tsx'
import { Opening } from './opening.tsx'
import { PICTURE_ID, Picture } from './picture.tsx'
import { scanPartiesOf } from './scan-parties.ts'
import type { ScanStore } from './scan-store.ts'
import { useScan, useScanNews, useScanStore } from './use-scan.ts'
import { WhoIsReady } from './who-is-ready.tsx'
import './scan.css'

async function loadCatalog(): Promise<Catalog> {
  const parsed = catalog.safeParse(await call(endpoints.getCatalog, {}))
  if (!parsed.success) throw new CallFailed({ kind: 'unexpected', status: 200 })
  return parsed.data
}

/** The thresholds: each party scores them, then all look together and choose. */
export function ScanScreen({ agreementId }: { agreementId: string }) {
  const words = useLoad(loadCatalog)
  const store = useScanStore(agreementId)
  const { view, failure } = useScan(store)
  const open = useOpenAgreement(agreementId)
  useScanNews(store, open?.live ?? null)
  if (words.state === 'broken') return <CannotOpen failure={words.failure} again={words.again} />
  if (view === null && failure !== null) return <CannotOpen failure={failure} again={store.refresh} />
  if (words.state === 'busy' || view === null || open === null) return <Busy />
  return <Scan agreementId={agreementId} catalog={words.value} store={store} open={open} />
}

function Busy() {
  const { scan } = useText()
  return (
    <Page title={scan.title}>
      <h1>{scan.heading}</h1>
      <div className="hs-sheet hs-stack">
        <p role="status">{scan.busy}</p>
        <Skeleton width="60%" />
        <Skeleton height="6rem" />
        <Skeleton width="80%" />
      </div>
    </Page>
  )
}

type ScanProps = { agreementId: string; catalog: Catalog; store: ScanStore; open: OpenAgreement }

function Scan({ agreementId, catalog, store, open }: ScanProps) {
  const { scan } = useText()
  const { view } = useScan(store)
  const connection = useStandingConnection(open.live)
  const parts = useDerived(
    open.observed.subscribe,
    useCallback(() => scanPartiesOf(open.observed.get(), catalog), [open, catalog]),
  )
  useBeginAtTop(connection.opened)
  useFocusOnPicture(view?.opened != null && Object.keys(parts.factorScores).length > 0)
  if (view === null || !connection.opened) return <Waiting open={open} agreementId={agreementId} />
  const canWrite = mayWrite(connection)
  const hasPicture = Object.keys(parts.factorScores).length > 0
  const shared = { agreementId, catalog, store, view, parties: parts.parties }
  return (
    <Page title={scan.title}>
      <Head agreementId={agreementId} open={open} />
      {parts.parties.length === 0 ? <Callout kind="info">{scan.noParties}</Callout> : null}
      {view.opened === null ? <Filling {...shared} /> : null}
      <WhoIsReady {...shared} />
      {view.mayOpen && view.opened === null ? <Opening {...shared} /> : null}
      {hasPicture ? (
        <>
          <Picture {...shared} body={parts} doc={open.live.doc} canWrite={canWrite} />
          <FocusChoice
            agreementId={agreementId}
            catalog={catalog}
            open={open}
            body={parts}
            canWrite={canWrite}
          />
        </>
      ) : null}
      {view.mayOpen && view.opened !== null ? <Opening {...shared} /> : null}
    </Page>
  )
}

type HeadProps = Pick<ScanProps, 'open' | 'agreementId'> & { children?: ReactNode }

function Head({ agreementId, open, children }: HeadProps) {
  const { scan } = useText()
  return (
    <div className="hs-scan-head">
      <nav className="hs-scan-head__nav" aria-label={scan.title}>
        <ToAgreement agreementId={agreementId} />
        <PrintButton>{scan.print}</PrintButton>
      </nav>
      <AgreementTitle open={open} />
      <h1>{scan.heading}</h1>
      <p>{scan.lead}</p>
      {children}
    </div>
  )
}

function Waiting({ open, agreementId }: Pick<ScanProps, 'open' | 'agreementId'>) {
  const { scan } = useText()
  return (
    <Page title={scan.title}>
      <Head agreementId={agreementId} open={open}>
        <p>
          <ConnectionSaid live={open.live} />
        </p>
      </Head>
      <div className="hs-sheet hs-stack">
        <Skeleton width="60%" />
        <Skeleton height="6rem" />
      </div>
    </Page>
  )
}

/** The button that was pressed last goes when the scores open: then one goes on at the picture, not at the top of the page. */
function useFocusOnPicture(isOpen: boolean): void {
  const before = useRef(isOpen)
  useEffect(() => {
    if (before.current === isOpen) return
    before.current = isOpen
    if (isOpen && document.activeElement === document.body) document.getElementById(PICTURE_ID)?.focus()
  }, [isOpen])
}

/** Somebody who came by a link in the middle of the text begins at the heading, not where the text was. */
function useBeginAtTop(isThere: boolean): void {
  useEffect(() => {
    if (isThere) window.scrollTo(0, 0)
  }, [isThere])
}
