import { Icon, type IconName } from '../../../ui/icon.tsx'
import type { Look } from './akkoord-room.ts'

const ICONS: Record<Look, IconName> = {
  none: 'empty',
  agreed: 'check',
  agreed_with_concern: 'attention',
  objection: 'wrong',
  changed: 'again',
}

/** The sign of what a party says; its word stands beside it, or for a screen reader behind it. */
export function LookIcon({ look, size }: { look: Look; size: number }) {
  return (
    <span className={`hs-look hs-look--${look}`}>
      <Icon name={ICONS[look]} size={size} />
    </span>
  )
}
