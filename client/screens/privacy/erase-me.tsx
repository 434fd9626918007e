import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'

/** Says what goes and what stays before it is done. */
export function EraseMe({ onErased, onClose }: { onErased: () => void; onClose: () => void }) {
  const { privacy, everywhere } = useText()
  const text = privacy.mine
  const erase = useAction(() => call(endpoints.eraseMe, { body: { erase: true } }), onErased)
  return (
    <Dialog title={text.eraseHeading} closeLabel={everywhere.close} isOpen onClose={onClose}>
      <div className="hs-privacy__ask">
        <ul>
          {text.eraseBody.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <Callout kind="attention">{text.noWayBack}</Callout>
        {erase.failure === null ? null : <Failure failure={erase.failure} />}
        <div className="hs-privacy__buttons">
          <Button look="danger" isBusy={erase.isBusy} onPress={() => erase.run(undefined)}>
            {erase.isBusy ? text.busy : text.eraseButton}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {everywhere.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
