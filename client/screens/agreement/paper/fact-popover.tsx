import { useMemo } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { FactForm } from '../../../forms/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import type { OpenFact } from './edited-fact.ts'

/** The editor of a fact at its place in the sentence: label, explanation, input. What is typed is in the text at once. */
export function FactPopover({ fact, onClose }: { fact: OpenFact; onClose: () => void }) {
  const words = useText().paper.fact
  const trigger = useMemo(() => ({ current: fact.element }), [fact])
  return (
    <Popover
      className="hs-popover hs-fact-popover"
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      placement="bottom start"
    >
      <Dialog className="hs-popover__body" aria-label={words.title}>
        <FactForm addresses={[fact.address]} autoFocus />
        <p className="hs-fact-popover__note">{words.usedElsewhere}</p>
        <Button look="primary" onPress={onClose}>
          {words.done}
        </Button>
      </Dialog>
    </Popover>
  )
}
