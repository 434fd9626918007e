import { isSharedComputer } from '../../offered/index.ts'
import { useText } from '../../text/index.ts'
import { LeaveButton } from './leave-button.tsx'
import './leave.css'

/** On a computer that others use too: that nothing stays, and the way out in one tap, always in sight. */
export function SharedStrip() {
  const { leave } = useText()
  if (!isSharedComputer()) return null
  return (
    <aside className="hs-shared-strip" aria-label={leave.shared.label}>
      <p>{leave.shared.strip}</p>
      <LeaveButton look="secondary" label={leave.shared.button} />
    </aside>
  )
}
