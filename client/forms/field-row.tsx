import { useId } from 'react'
import { FactInput } from './fact-input.tsx'
import { useField } from './use-field.ts'

/** One fact of a form: label, explanation, input. */
export function FieldRow({ address, withHelp = true }: { address: string; withHelp?: boolean }) {
  const field = useField(address)
  const helpId = useId()
  if (field.value === undefined) return null
  const hasHelp = withHelp && field.help !== undefined
  return (
    <div className="hs-field-row">
      <span className="hs-field-row__label" aria-hidden="true">
        {field.label}
      </span>
      {hasHelp ? (
        <span className="hs-field-row__help" id={helpId}>
          {field.help}
        </span>
      ) : null}
      <FactInput
        look="form"
        address={address}
        value={field.value}
        label={field.label}
        describedBy={hasHelp ? helpId : undefined}
      />
    </div>
  )
}
