import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { PASSING, useStands } from './use-stands.ts'
import './callout.css'

export type CalloutKind = 'info' | 'good' | 'attention' | 'wrong'

const ICONS: Record<CalloutKind, IconName> = {
  info: 'info',
  good: 'check',
  attention: 'attention',
  wrong: 'wrong',
}

type CalloutProps = {
  kind: CalloutKind
  title?: string
  children: ReactNode
  /** What can be done now. */
  action?: ReactNode
  /** True when it appears in answer to something the person did: a screen reader then says it at once. */
  isUrgent?: boolean
}

/** Says what happened, what is safe and what now: sign, words and colour together. */
export function Callout({ kind, title, children, action, isUrgent = false }: CalloutProps) {
  return (
    <div className={`hs-callout hs-callout--${kind}`} role={isUrgent ? 'alert' : undefined}>
      <Icon name={ICONS[kind]} size={22} />
      <div className="hs-callout__body">
        {title === undefined ? null : <p className="hs-callout__title">{title}</p>}
        <div>{children}</div>
        {action}
      </div>
    </div>
  )
}

export type StatusTone = 'calm' | 'good' | 'attention' | 'wrong'

type StatusProps = { icon: IconName; tone: StatusTone; children: string }

/**
 * One sentence with a fixed place that changes now and then. It is seen at once; a screen reader says it once it stands, what went wrong at once.
 * Its sign stands still: one that turns is a layer of its own to the browser, which has all that is drawn after it be one too and puts them
 * together anew with each letter.
 */
export function Status({ icon, tone, children }: StatusProps) {
  const stands = useStands(children, PASSING)
  return (
    <span className={`hs-status hs-status--${tone}`} role="status" aria-busy={!stands && tone !== 'wrong'}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  )
}
