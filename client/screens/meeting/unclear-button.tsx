import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import type { OnStage } from './meeting-screen.tsx'
import { useUnclear } from './use-unclear.ts'

/** "Ik snap dit niet", to be said and taken back, without a name. */
export function UnclearButton({ on: { agreementId, open, stage } }: { on: OnStage }) {
  const { unclear } = useText().meeting
  const { count, mine, isKnown, say } = useUnclear(agreementId, open.live, stage.entry.id)
  const saying = useAction(say, () => {})
  return (
    <div className="hs-card__unclear">
      <Button
        aria-pressed={mine}
        isDisabled={!isKnown}
        isBusy={saying.isBusy}
        icon={mine ? 'check' : 'info'}
        onPress={() => saying.run(!mine)}
      >
        {mine ? unclear.takeBack : unclear.say}
      </Button>
      <p role="status" className="hs-soft">
        {mine ? unclear.said : unclear.help} {count === 0 ? null : `${unclear.count(count)}.`}
      </p>
      {saying.failure === null ? null : <Failure failure={saying.failure} again={() => saying.run(!mine)} />}
    </div>
  )
}
