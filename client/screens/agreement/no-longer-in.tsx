import type { ReactNode } from 'react'
import { useText } from '../../text/index.ts'
import type { Over } from './access-over.ts'
import { NotIn } from './not-in.tsx'
import { NothingHere } from './nothing-here.tsx'
import { OwnUnsent } from './own-unsent.tsx'

/** Why somebody is not in an agreement any more, with what they wrote that was never kept. */
export function NoLongerIn({ agreementId, over }: { agreementId: string; over: Over }) {
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
