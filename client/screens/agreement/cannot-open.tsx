import type { CallFailure } from '../../connection/index.ts'
import { type TextTable, useText } from '../../text/index.ts'
import { Failure } from '../failure.tsx'
import { Page } from '../page.tsx'
import { NothingHere } from './nothing-here.tsx'

/** An agreement that does not open: for lack of a right, a wrong address, or trouble that may pass. */
export function CannotOpen({ failure, again }: { failure: CallFailure; again: () => void }) {
  const { agreement, errors } = useText()
  const reason = reasonOf(failure, agreement.missing)
  if (reason !== null) return <NothingHere {...reason} />
  return (
    <Page title={errors.title}>
      <Failure failure={failure} again={again} />
    </Page>
  )
}

type Missing = TextTable['agreement']['missing']

function reasonOf(failure: CallFailure, missing: Missing): { title: string; body: string } | null {
  if (failure.kind !== 'problem') return null
  switch (failure.name) {
    case 'not-signed-in':
      return { title: missing.notKnownTitle, body: missing.notKnownBody }
    case 'not-allowed':
      return { title: missing.notAllowedTitle, body: missing.notAllowedBody }
    case 'unknown-agreement':
    case 'not-found':
      return { title: missing.goneTitle, body: missing.goneBody }
    default:
      return null
  }
}
