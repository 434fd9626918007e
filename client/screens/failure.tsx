import type { CallFailure } from '../connection/index.ts'
import { type TextTable, useText } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'

/** The sentence for a failed call: the server's own when it sent one. */
export function failureSentence(failure: CallFailure, { errors }: Pick<TextTable, 'errors'>): string {
  if (failure.kind === 'problem') return failure.problem.detail
  return failure.kind === 'unreachable' ? errors.unreachable : errors.unexpectedAnswer
}

/**
 * A failed call: what happened and, when it can be tried again, the button for it. Being without a connection is no mistake of anybody: it is said as such.
 */
export function Failure({ failure, again }: { failure: CallFailure; again?: () => void }) {
  const text = useText()
  const { errors } = text
  const isOffline = failure.kind === 'unreachable'
  const action = again === undefined ? undefined : <Button onPress={again}>{text.everywhere.again}</Button>
  return (
    <Callout
      kind={isOffline ? 'attention' : 'wrong'}
      title={isOffline ? errors.unreachableTitle : errors.title}
      isUrgent
      action={action}
    >
      {failureSentence(failure, text)}
    </Callout>
  )
}
