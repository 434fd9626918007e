import { useText } from '../../../text/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useParticipants } from '../participants-now.ts'
import './leading.css'

/** Tells who leads that somebody wants to come in, at a fixed place that moves nothing. */
export function WaitingNotice({ agreementId, onLook }: { agreementId: string; onLook: () => void }) {
  const { leading } = useText()
  const waiting = (useParticipants(agreementId)?.participants ?? []).filter(
    ({ state }) => state === 'waiting',
  )
  const names = waiting.map(({ name }) => name || leading.someone).join(', ')
  return (
    <div role="status" className="hs-waiting-place">
      {waiting.length === 0 ? null : (
        <div className="hs-waiting-notice">
          <Icon name="people" size={22} />
          <span>{leading.waiting.notice(names)}</span>
          <Button look="primary" onPress={onLook}>
            {leading.waiting.look}
          </Button>
        </div>
      )}
    </div>
  )
}
