import { FactForm } from '../../../forms/index.ts'
import { useText } from '../../../text/index.ts'
import { AnchoredSheet } from '../../../ui/anchored.tsx'
import { Button } from '../../../ui/button.tsx'
import type { OpenFact } from './edited-fact.ts'

/** The editor of a fact at its place in the sentence: label, explanation, input. What is typed is in the text at once. */
export function FactPopover({ fact, onClose }: { fact: OpenFact; onClose: () => void }) {
  const words = useText().paper.fact
  return (
    <AnchoredSheet anchor={fact.element} label={words.title} onClose={onClose}>
      <div className="hs-fact-popover">
        <FactForm addresses={[fact.address]} autoFocus />
        <p className="hs-fact-popover__note">{words.usedElsewhere}</p>
        <Button look="primary" onPress={onClose}>
          {words.done}
        </Button>
      </div>
    </AnchoredSheet>
  )
}
