import { TextField } from '../ui/field.tsx'

type NameFieldProps = {
  words: { name: string; help: string; missing: string }
  value: string
  /** The person tried to go on without one. */
  isMissing: boolean
  onChange: (name: string) => void
}

/** Under which name the others see somebody. */
export function NameField({ words, value, isMissing, onChange }: NameFieldProps) {
  return (
    <TextField
      label={words.name}
      help={words.help}
      complaint={isMissing ? words.missing : null}
      value={value}
      onChange={onChange}
      name="name"
      autoComplete="name"
      maxLength={100}
      isRequired
    />
  )
}
