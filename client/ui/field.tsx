import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField'
import { Icon } from './icon.tsx'
import './field.css'

export type FieldProps = Omit<TextFieldProps, 'className' | 'style' | 'children'> & {
  label: ReactNode
  /** Said after the label when the field may stay empty. */
  optional?: string | undefined
  /** Stands between the label and the field. */
  help?: ReactNode
  /** What is wrong with what was typed; null when all is well. */
  complaint?: string | null
}

/** The label of any field, with the word that tells it may stay empty. */
export function FieldLabel({ children, optional }: { children: ReactNode; optional?: string | undefined }) {
  return (
    <Label className="hs-field__label">
      {children}
      {optional === undefined ? null : <span className="hs-field__optional"> {optional}</span>}
    </Label>
  )
}

/** The explanation of any field. */
export function FieldHelp({ children }: { children: ReactNode }) {
  return (
    <Text slot="description" className="hs-field__help">
      {children}
    </Text>
  )
}

/** The complaint of any field: sign and words. */
export function FieldComplaint({ children }: { children: string | null | undefined }) {
  return (
    <FieldError className="hs-field__complaint">
      <Icon name="attention" />
      <span>{children}</span>
    </FieldError>
  )
}

function Around({
  label,
  optional,
  help,
  complaint,
  children,
  ...rest
}: FieldProps & { children: ReactNode }) {
  return (
    <AriaTextField {...rest} isInvalid={complaint != null} className="hs-field" validationBehavior="aria">
      <FieldLabel optional={optional}>{label}</FieldLabel>
      {help === undefined ? null : <FieldHelp>{help}</FieldHelp>}
      {children}
      <FieldComplaint>{complaint}</FieldComplaint>
    </AriaTextField>
  )
}

/** One line of text: label above, explanation between, complaint below. */
export function TextField(props: FieldProps) {
  return (
    <Around {...props}>
      <Input className="hs-field__input" />
    </Around>
  )
}

/** Several lines of text; written from right to left where the language is. */
export function TextArea(props: FieldProps) {
  return (
    <Around {...props}>
      <AriaTextArea dir="auto" className="hs-field__input hs-field__input--long" />
    </Around>
  )
}
