import { useEffect, useRef } from 'react'
import type { Template } from '../../../shared/template/template.ts'
import { mayWrite, type StandingConnection } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PrintButton } from '../print-button.tsx'
import { DeletedSoonNotice } from '../privacy/deleted-soon-notice.tsx'
import { ReadOnly } from '../read-only.tsx'
import { Paper } from './paper/paper.tsx'
import { PaperSkeleton } from './paper-skeleton.tsx'
import { fetchPreview, LazyPreview } from './preview/lazy-preview.tsx'
import { shownView, type TextView } from './shown-view.ts'
import type { Surroundings } from './surroundings.ts'
import type { OpenAgreement } from './use-live.ts'
import { useStaysAtPlace } from './use-stays-at-place.ts'

type TextProps = {
  agreementId: string
  open: OpenAgreement
  surroundings: Surroundings
  connection: StandingConnection
  template: Template | null
  view: TextView
  /** What holds for writing is told under the paper at this moment. */
  isHoldTold: boolean
  onPlace: (id: string | null) => void
}

/** The text in the middle: written in, or as it comes on paper. */
export function AgreementText(props: TextProps) {
  const { open, surroundings, connection, view, isHoldTold } = props
  const { agreement } = useText()
  const shown = shownView(connection, view)
  const isFixed = connection.hold === 'fixed'
  useFetchedAhead(connection.opened)
  return (
    <>
      <Notes
        agreementId={props.agreementId}
        connection={connection}
        isAfterRestore={open.isAfterRestore}
        isHoldTold={isHoldTold}
      />
      {surroundings.you.role === 'facilitator' ? <DeletedSoonNotice agreementId={props.agreementId} /> : null}
      {connection.opened ? null : <PaperSkeleton sentence={agreement.paperComing} />}
      {connection.opened && !connection.older ? <KeptPaper {...props} isShown={shown === 'paper'} /> : null}
      {connection.opened && shown === 'preview' ? (
        <div className="hs-preview">
          {connection.older ? null : <PreviewHead agreementId={props.agreementId} />}
          <LazyPreview
            agreementId={props.agreementId}
            observed={open.observed}
            catalog={surroundings.catalog}
            isFixed={isFixed}
          />
        </div>
      ) : null}
    </>
  )
}

/** Once opened, the paper stays as it is behind the preview, with its history of changes to take back. */
function KeptPaper({ isShown, ...props }: TextProps & { isShown: boolean }) {
  const { agreementId, open, surroundings, connection, template, onPlace } = props
  const wasShown = useRef(false)
  wasShown.current ||= isShown
  const staysAt = useStaysAtPlace(mayWrite(connection))
  if (!wasShown.current) return null
  return (
    <div hidden={!isShown} {...staysAt}>
      <Paper
        agreementId={agreementId}
        doc={open.live.doc}
        awareness={open.live.awareness}
        me={surroundings.you}
        canWrite={mayWrite(connection)}
        catalog={surroundings.catalog}
        template={template}
        isFixed={connection.hold === 'fixed'}
        onPlace={onPlace}
      />
    </div>
  )
}

function PreviewHead({ agreementId }: { agreementId: string }) {
  const { preview } = useText().agreement
  return (
    <div className="hs-preview__head">
      <p>{preview.heading}</p>
      <ButtonLink icon="back" href={`/agreements/${encodeURIComponent(agreementId)}`}>
        {preview.back}
      </ButtonLink>
      <PrintButton>{preview.print}</PrintButton>
    </div>
  )
}

type NotesProps = {
  agreementId: string
  connection: StandingConnection
  isAfterRestore: boolean
  isHoldTold: boolean
}

/** What holds for the whole visit: this page is too old to write, the text is an earlier one, or one reads. */
function Notes({ agreementId, connection, isAfterRestore, isHoldTold }: NotesProps) {
  const { older } = connection
  const { agreement, everywhere } = useText()
  if (older) {
    const reload = <Button onPress={() => location.reload()}>{everywhere.reload}</Button>
    return (
      <Callout kind="attention" action={reload}>
        {agreement.olderVersion}
      </Callout>
    )
  }
  if (isAfterRestore) return <Callout kind="attention">{agreement.afterRestore}</Callout>
  if (isHoldTold) return null
  return <ReadOnly {...{ agreementId, connection }} ownPart={agreement.readOnly} />
}

/** The preview is fetched while there is a connection, so that it is there when there is none, or when this page has grown old. */
function useFetchedAhead(isOpened: boolean): void {
  useEffect(() => {
    if (!isOpened) return
    const timer = setTimeout(() => fetchPreview().catch(() => {}), AHEAD)
    return () => clearTimeout(timer)
  }, [isOpened])
}

/** Wait after the paper opened, in milliseconds: opening is not slowed by it. */
const AHEAD = 4000
