import { useCallback } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { type CallFailure, call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Waiting } from '../join/waiting.tsx'
import { useLoad } from '../load.ts'
import { Page } from '../page.tsx'
import { CannotOpen } from './cannot-open.tsx'

type NotInProps = { agreementId: string; failure: CallFailure; again: () => void }

/** For who may not come in: because that is still to be decided, because of having been removed, or for never having been in. */
export function NotIn({ agreementId, failure, again }: NotInProps) {
  const entry = useLoad(
    useCallback(() => call(endpoints.seeEntry, { params: { id: agreementId } }), [agreementId]),
  )
  const { agreement, join } = useText()
  if (entry.state === 'busy') return <Page title={agreement.busy}>{null}</Page>
  const standing = entry.state === 'ready' ? entry.value.state : 'none'
  switch (standing) {
    case 'waiting':
      return (
        <Page title={join.waiting.heading}>
          {/* The connection of this page ended for good when it was refused. */}
          <Waiting agreementId={agreementId} onLetIn={() => location.reload()} />
        </Page>
      )
    case 'removed':
      return <Removed />
    default:
      return <CannotOpen failure={failure} again={again} />
  }
}

function Removed() {
  const { agreement, everywhere } = useText()
  const { removedTitle, removedBody } = agreement.missing
  return (
    <Page title={removedTitle}>
      <section className="hs-sheet hs-sheet--narrow hs-stack">
        <h1>{removedTitle}</h1>
        <p>{removedBody}</p>
        <ButtonLink href="/">{everywhere.toStart}</ButtonLink>
      </section>
    </Page>
  )
}
