import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components/Link'
import { Icon, type IconName } from './icon.tsx'
import './button.css'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  look?: ButtonLook
  icon?: IconName
  /** Show a turning sign while `isPending`, also when the button has no icon of its own. */
  busyIcon?: boolean
  children: ReactNode
}

/** A button that says what it does. With `isPending` it keeps the focus, does nothing, and its icon becomes a turning one. */
export function Button({ look = 'secondary', icon, busyIcon = false, children, ...rest }: ButtonProps) {
  const isTurning = rest.isPending === true && (busyIcon || icon !== undefined)
  const drawn = isTurning ? 'progress' : icon
  return (
    <AriaButton {...rest} className={`hs-button hs-button--${look}`}>
      {drawn === undefined ? null : <Icon name={drawn} />}
      {children}
    </AriaButton>
  )
}

/** A button that shows only a sign; `label` is its name. */
export function IconButton({
  icon,
  label,
  look = 'quiet',
  ...rest
}: Omit<ButtonProps, 'children' | 'icon'> & { icon: IconName; label: string }) {
  return (
    <AriaButton {...rest} aria-label={label} className={`hs-button hs-button--${look} hs-button--icon`}>
      <Icon name={icon} />
    </AriaButton>
  )
}

/** A link to another place. Inside the product the router of the page takes it over. */
export function Link({ children, ...rest }: Omit<AriaLinkProps, 'className' | 'style'>) {
  return (
    <AriaLink {...rest} className="hs-link">
      {children}
    </AriaLink>
  )
}

/** A link that looks like a button. */
export function ButtonLink({
  look = 'secondary',
  icon,
  children,
  ...rest
}: Omit<AriaLinkProps, 'className' | 'style' | 'children'> & {
  look?: ButtonLook
  icon?: IconName
  children: ReactNode
}) {
  return (
    <AriaLink {...rest} className={`hs-button hs-button--${look}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </AriaLink>
  )
}
