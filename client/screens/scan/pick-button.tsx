import type { Doc } from 'yjs'
import { addRecord, removeRecord } from '../../../shared/document/edit.ts'
import type { Factor } from '../../../shared/template/catalog.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'

type Props = { factor: Factor; isPicked: boolean; doc: Doc; canWrite: boolean }

/** Makes a factor one that the parties work on, or takes it back. */
export function PickButton({ factor, isPicked, doc, canWrite }: Props) {
  const { focus } = useText().scan
  if (!canWrite) return isPicked ? <b>{focus.picked}</b> : null
  const toggle = () => {
    if (isPicked) removeRecord(doc, 'focusFactors', factor.id)
    else addRecord(doc, 'focusFactors', { key: factor.id })
  }
  return (
    <Button
      look={isPicked ? 'primary' : 'secondary'}
      icon={isPicked ? 'check' : 'plus'}
      aria-pressed={isPicked}
      aria-label={`${isPicked ? focus.picked : focus.pick}: ${factor.label}`}
      onPress={toggle}
    >
      {isPicked ? focus.picked : focus.pick}
    </Button>
  )
}
