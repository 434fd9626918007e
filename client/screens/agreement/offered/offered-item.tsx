import type { Offered } from '../../../offered/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from './copy-button.tsx'
import type { ShownRun } from './say-offered.ts'

/** An offer as it is drawn. */
export type ShownOffer = {
  offer: Offered
  place: string
  why: string
  runs: ShownRun[]
  /** What it stood in is still there to take it. */
  hasPlace: boolean
}

type ItemProps = { shown: ShownOffer; canWrite: boolean; onPutBack: () => void; onDismiss: () => void }

/** One offer: where it stood, the words in their surroundings, why, and what can be done. */
export function OfferedItem({ shown, canWrite, onPutBack, onDismiss }: ItemProps) {
  const { offered: words } = useText()
  const { offer, place, why, runs, hasPlace } = shown
  return (
    <li className="hs-offered__item">
      <h3 lang="nl">{place}</h3>
      {runs.map((run, index) => (
        // Runs of one offer never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <p key={index} className="hs-offered__words" lang="nl">
          {run.before}
          <mark>{run.text}</mark>
          {run.after}
        </p>
      ))}
      <p className="hs-offered__why">{why}</p>
      {hasPlace ? null : <p className="hs-offered__why">{words.gone}</p>}
      <div className="hs-offered__actions">
        {hasPlace && canWrite ? (
          <Button look="primary" onPress={onPutBack}>
            {words.putBack}
          </Button>
        ) : null}
        <CopyButton text={runs.map(({ text }) => text.trim()).join(' … ') || offer.text} />
        <Button look="quiet" onPress={onDismiss}>
          {words.notNeeded}
        </Button>
      </div>
    </li>
  )
}
