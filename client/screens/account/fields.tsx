import { isEmailAddress } from '../../../shared/protocol/email-address.ts'
import { useText } from '../../text/index.ts'
import { TextField } from '../../ui/field.tsx'

type Props = {
  value: string
  onChange: (value: string) => void
  /** The person tried to go on: what is missing is said from now on. */
  isTried: boolean
}

const missing = ({ value, isTried }: Props, complaint: string) =>
  isTried && value.trim() === '' ? complaint : null

export function EmailField({ label, ...field }: Props & { label?: string }) {
  const { account } = useText()
  const wrong = field.isTried && !isEmailAddress(field.value) ? account.emailWrong : null
  return (
    <TextField
      label={label ?? account.email}
      complaint={missing(field, account.emailMissing) ?? wrong}
      value={field.value}
      onChange={field.onChange}
      type="email"
      name="email"
      autoComplete="username"
      maxLength={254}
      isRequired
    />
  )
}

/** The password one has. */
export function PasswordField({ label, ...field }: Props & { label?: string }) {
  const { account } = useText()
  return (
    <TextField
      label={label ?? account.password}
      complaint={missing(field, account.passwordMissing)}
      value={field.value}
      onChange={field.onChange}
      type="password"
      name="password"
      autoComplete="current-password"
      maxLength={200}
      isRequired
    />
  )
}

/** The password one chooses. */
export function NewPasswordField(field: Props) {
  const { account } = useText()
  return (
    <TextField
      label={account.newPassword}
      help={account.newPasswordHelp}
      complaint={missing(field, account.newPasswordMissing)}
      value={field.value}
      onChange={field.onChange}
      type="password"
      name="new-password"
      autoComplete="new-password"
      maxLength={200}
      isRequired
    />
  )
}

export function NameField(field: Props) {
  const { account } = useText()
  return (
    <TextField
      label={account.nameLabel}
      help={account.nameHelp}
      complaint={missing(field, account.nameMissing)}
      value={field.value}
      onChange={field.onChange}
      name="name"
      autoComplete="name"
      maxLength={100}
      isRequired
    />
  )
}
