import { type ReactNode, useId } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Link as AriaLink } from 'react-aria-components/Link'
import { Icon, type IconName } from './icon.tsx'
import './choice.css'

type Words = { icon: IconName; name: string; what: string }

/**
 * A choice with a line that says what it is for. The line is the description of the button and not part of its name; a press on it is a press on
 * the button.
 */
export function ChoiceButton({
  isBusy = false,
  onPress,
  icon,
  name,
  what,
}: Words & { isBusy?: boolean; onPress: () => void }) {
  const id = useId()
  return (
    <Choice icon={isBusy ? 'progress' : icon} turns={isBusy} id={id} what={what}>
      <AriaButton
        className="hs-pick__name"
        aria-describedby={id}
        onPress={isBusy ? () => {} : onPress}
        {...(isBusy ? { 'data-busy': true } : {})}
      >
        {name}
      </AriaButton>
    </Choice>
  )
}

/** The same for a place to go to. */
export function ChoiceLink({
  href,
  onPress,
  icon,
  name,
  what,
}: Words & { href: string; onPress: () => void }) {
  const id = useId()
  return (
    <Choice icon={icon} id={id} what={what}>
      <AriaLink className="hs-pick__name" href={href} aria-describedby={id} onPress={onPress}>
        {name}
      </AriaLink>
    </Choice>
  )
}

/** A choice that cannot be made now, and why. It is read along with the others, and there is nothing to press. */
export function ClosedChoice({ icon, name, what }: Words) {
  const id = useId()
  return (
    <Choice icon={icon} id={id} what={what}>
      <span className="hs-pick__name">{name}</span>
    </Choice>
  )
}

function Choice({
  icon,
  turns = false,
  id,
  what,
  children,
}: {
  icon: IconName
  turns?: boolean
  id: string
  what: string
  children: ReactNode
}) {
  return (
    <div className="hs-pick">
      <Icon name={icon} turns={turns} />
      <div className="hs-pick__words">
        {children}
        <span id={id} className="hs-pick__what">
          {what}
        </span>
      </div>
    </div>
  )
}
