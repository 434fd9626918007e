import { FactForm, useField } from '../../../forms/index.ts'
import { useText } from '../../../text/index.ts'
import { AnchoredSheet } from '../../../ui/anchored.tsx'
import { Button } from '../../../ui/button.tsx'
import { useMaybeCommentsRoom } from '../comments/comments-room.ts'
import type { OpenFact } from './edited-fact.ts'

/** The editor of a fact at its place in the sentence: label, explanation, input. What is typed is in the text at once. */
export function FactPopover({ fact, onClose }: { fact: OpenFact; onClose: () => void }) {
  const words = useText().paper.fact
  return (
    <AnchoredSheet anchor={fact.element} label={words.title} onClose={onClose}>
      <div className="hs-fact-popover">
        <FactForm addresses={[fact.address]} autoFocus note={words.usedElsewhere} />
        <div className="hs-fact-popover__actions">
          <Button look="primary" onPress={onClose}>
            {words.done}
          </Button>
          <CommentOnFact address={fact.address} onLeave={onClose} />
        </div>
      </div>
    </AnchoredSheet>
  )
}

function CommentOnFact({ address, onLeave }: { address: string; onLeave: () => void }) {
  const { write } = useText().comments
  const { label } = useField(address)
  const room = useMaybeCommentsRoom()
  if (!room?.mayComment) return null
  const begin = () => {
    onLeave()
    room.begin({ kind: 'fact', address, quote: label })
  }
  return (
    <Button look="quiet" icon="comment" onPress={begin}>
      {write.button}
    </Button>
  )
}
