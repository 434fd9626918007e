import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { GatheredRemark } from '../../../shared/protocol/endpoints-consultation.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'

type Props = { agreementId: string; remark: GatheredRemark; refresh: () => void }

/** Removes what somebody sent, for instance because it names a person. There is no way back, so it asks first. */
export function RemoveRemark({ agreementId, remark, refresh }: Props) {
  const { consultation, everywhere } = useText()
  const { remarks: words } = consultation
  const [isAsking, setAsking] = useState(false)
  const removing = useAction(
    () =>
      call(endpoints.removeRemark, {
        params: { id: agreementId, roundId: remark.roundId, remarkId: remark.id },
      }),
    () => {
      setAsking(false)
      refresh()
    },
  )
  const close = () => {
    setAsking(false)
    removing.reset()
  }
  return (
    <>
      <Button look="quiet" aria-label={words.removeLabel(remark.text)} onPress={() => setAsking(true)}>
        {words.remove}
      </Button>
      <Dialog title={words.removeTitle} closeLabel={everywhere.close} isOpen={isAsking} onClose={close}>
        <div className="hs-stack">
          <p className="hs-round__text" dir="auto">
            {remark.text}
          </p>
          <p>{words.removeMeans}</p>
          {removing.failure === null ? null : <Failure failure={removing.failure} />}
          <div className="hs-round__buttons">
            <Button look="danger" isBusy={removing.isBusy} onPress={() => removing.run(undefined)}>
              {words.removeForGood}
            </Button>
            <Button onPress={close}>{everywhere.cancel}</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
