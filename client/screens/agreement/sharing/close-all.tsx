import { useEffect, useRef, useState } from 'react'
import { endpoints } from '../../../../shared/protocol/endpoints.ts'
import { call } from '../../../connection/index.ts'
import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Asked } from '../../asked.tsx'
import { Failure } from '../../failure.tsx'
import { useAction } from '../../load.ts'

type CloseAllProps = { agreementId: string; hasOpen: boolean; onClosed: () => void }

/** After the meeting: nobody comes in any more. Asked twice, because every link that was handed out stops. What was done stays said. */
export function CloseAll({ agreementId, hasOpen, onClosed }: CloseAllProps) {
  const { sharing, everywhere } = useText()
  const [isAsking, setAsking] = useState(false)
  const [closed, setClosed] = useState<number | null>(null)
  const { closeAll } = sharing
  const said = useRef<HTMLParagraphElement>(null)
  // The button goes with what it closed: what came of it takes the focus.
  useEffect(() => {
    if (closed !== null) said.current?.focus()
  }, [closed])
  const closing = useAction(
    () => call(endpoints.closeLinks, { params: { id: agreementId } }),
    (answer) => {
      setClosed(answer.closed)
      setAsking(false)
      onClosed()
    },
  )
  return (
    <section className="hs-share__part">
      {isAsking ? (
        <Asked title={closeAll.heading}>
          <p>{closeAll.body}</p>
          <div className="hs-share__ways">
            <Button look="danger" isBusy={closing.isBusy} onPress={() => closing.run(undefined)}>
              {closing.isBusy ? closeAll.busy : closeAll.button}
            </Button>
            <Button look="quiet" onPress={() => setAsking(false)}>
              {everywhere.cancel}
            </Button>
          </div>
        </Asked>
      ) : null}
      {hasOpen && !isAsking ? (
        <Button icon="lock" onPress={() => setAsking(true)}>
          {closeAll.button}
        </Button>
      ) : null}
      <p ref={said} role="status" tabIndex={-1} className="hs-share__said">
        {closed === null || isAsking ? '' : closeAll.done(closed)}
      </p>
      {closing.failure === null ? null : <Failure failure={closing.failure} />}
    </section>
  )
}
