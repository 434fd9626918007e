import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components/Link'
import { Icon, type IconName } from './icon.tsx'
import './button.css'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> & {
  look?: ButtonLook
  icon?: IconName
  /** What it began is going on: it keeps the focus, a turning sign shows, and pressing does nothing. */
  isBusy?: boolean
  /** For who brings the focus here. */
  ref?: Ref<HTMLButtonElement>
  children: ReactNode
}

/** A button that says what it does. Say in words too when it is busy: the sign alone tells a screen reader nothing. */
export function Button({ look = 'secondary', icon, isBusy = false, children, ...rest }: ButtonProps) {
  const drawn = isBusy ? 'progress' : icon
  return (
    <AriaButton
      {...rest}
      {...(isBusy ? { onPress: () => {}, type: 'button' as const, 'data-busy': true } : {})}
      className={`hs-button hs-button--${look}`}
    >
      {drawn === undefined ? null : <Icon name={drawn} turns={isBusy} />}
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
