import { type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'
import './colour-field.css'

type Props = {
  label: string
  help?: ReactNode
  complaint?: string | null
  /** As "#0B5563". */
  value: string
  onChange: (colour: string) => void
}

/** Choose a colour with what the browser has for that; the colour stands beside it as a code, so that nobody has to see it. */
export function ColourField({ label, help, complaint = null, value, onChange }: Props) {
  const id = useId()
  const about = [help === undefined ? '' : `${id}-help`, complaint === null ? '' : `${id}-wrong`]
  return (
    <div className="hs-field">
      <label className="hs-field__label" htmlFor={id}>
        {label}
      </label>
      {help === undefined ? null : (
        <span id={`${id}-help`} className="hs-field__help">
          {help}
        </span>
      )}
      <span className="hs-colour">
        <input
          id={id}
          type="color"
          className="hs-colour__input"
          value={value.toLowerCase()}
          aria-describedby={about.join(' ').trim() || undefined}
          aria-invalid={complaint !== null}
          onChange={(event) => onChange(event.target.value.toUpperCase())}
        />
        <span>{value.toUpperCase()}</span>
      </span>
      {complaint === null ? null : (
        <span id={`${id}-wrong`} className="hs-field__complaint">
          <Icon name="attention" />
          <span>{complaint}</span>
        </span>
      )}
    </div>
  )
}
