import type { ReactNode } from 'react'
import { useText } from '../../text/index.ts'
import { type Over, useOver } from './access-over.ts'
import { NotIn } from './not-in.tsx'
import { NothingHere } from './nothing-here.tsx'
import { OwnUnsent } from './own-unsent.tsx'

/**
 * The screens of an agreement for as long as the person is in it. Once the server says that this is over, nothing of the text stands on the
 * open page any more, but for what the person wrote that was never kept.
 */
export function WhileIn({ agreementId, children }: { agreementId: string; children: ReactNode }) {
  const over = useOver(agreementId)
  if (over === null) return children
  const { why, personId } = over
  const own = personId === null ? null : <OwnUnsent agreementId={agreementId} personId={personId} />
  return why === 'notAllowed' ? (
    <NotIn agreementId={agreementId}>{own}</NotIn>
  ) : (
    <Gone why={why}>{why === 'gone' ? own : null}</Gone>
  )
}

function Gone({ why, children }: { why: Exclude<Over['why'], 'notAllowed'>; children: ReactNode }) {
  const { deletedTitle, deletedBody, notKnownTitle, notKnownBody } = useText().agreement.missing
  return why === 'gone' ? (
    <NothingHere title={deletedTitle} body={deletedBody} isNews>
      {children}
    </NothingHere>
  ) : (
    <NothingHere title={notKnownTitle} body={notKnownBody} isNews />
  )
}
