import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import type { OnStage } from './meeting-screen.tsx'
import { countAnew } from './passed.ts'
import { useUnclear } from './use-unclear.ts'

/** How many ask for an explanation of this article; who leads says when it was given. Its place is there from the start, so that nothing moves. */
export function UnclearCount({ on: { agreementId, open, stage } }: { on: OnStage }) {
  const { unclear } = useText().meeting
  const { count } = useUnclear(agreementId, open.live, stage.entry.id)
  const done = useAction(
    () => countAnew(agreementId, stage.entry.id),
    () => {},
  )
  return (
    <div className="hs-unclear-count">
      <p role="status">
        {count === 0 ? null : (
          <>
            <Icon name="info" size={28} /> {unclear.count(count)}
          </>
        )}
      </p>
      {count > 0 && stage.mayShow ? (
        <Button icon="check" isBusy={done.isBusy} onPress={() => done.run(null)}>
          {unclear.done}
        </Button>
      ) : null}
      {done.failure === null ? null : <Failure failure={done.failure} again={done.reset} />}
    </div>
  )
}
