import { mayWrite, type StandingConnection } from '../../../connection/index.ts'
import { type TextTable, useText } from '../../../text/index.ts'
import { TakeBack, takesBack } from '../../read-only.tsx'
import { Notice } from './notice.tsx'
import type { ToldHold } from './use-told-hold.ts'

type Props = {
  agreementId: string
  connection: StandingConnection
  told: ToldHold | null
  onClose: () => void
}

/**
 * Tells who has the text open that from now on nobody writes in it, that one may again, or that one's own part is another. The callout above the text
 * says the same, out of view: it stands there once this is closed.
 */
export function HoldNotice({ agreementId, connection, told, onClose }: Props) {
  const { agreement } = useText()
  if (told === null) return null
  return (
    <Notice said={saidOf(told, mayWrite(connection), agreement)} onClose={onClose}>
      {told === 'archived' && takesBack(connection) ? <TakeBack agreementId={agreementId} /> : null}
    </Notice>
  )
}

function saidOf(told: ToldHold, canWrite: boolean, words: TextTable['agreement']): string {
  if (told === 'over') return words.holdOver(canWrite)
  if (told === 'may-write') return words.mayWriteNow
  return told === 'may-not-write' ? words.mayNotWriteNow : words.holds[told]
}
