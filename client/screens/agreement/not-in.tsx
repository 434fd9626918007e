import { type ReactNode, useCallback } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Waiting } from '../join/waiting.tsx'
import { useLoad } from '../load.ts'
import { Page } from '../page.tsx'
import { NothingHere } from './nothing-here.tsx'

/** For who may not come in: because that is still to be decided, because of having been removed, or for never having been in. */
export function NotIn({ agreementId, children }: { agreementId: string; children?: ReactNode }) {
  const entry = useLoad(
    useCallback(() => call(endpoints.seeEntry, { params: { id: agreementId } }), [agreementId]),
  )
  const { agreement, join } = useText()
  const { missing } = agreement
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
      return (
        <NothingHere title={missing.removedTitle} body={missing.removedBody} isNews>
          {children}
        </NothingHere>
      )
    default:
      return (
        <NothingHere title={missing.notAllowedTitle} body={missing.notAllowedBody}>
          {children}
        </NothingHere>
      )
  }
}
