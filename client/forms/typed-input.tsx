import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { ScalarType } from '../../shared/agreement/field.ts'
import { useText } from '../text/index.ts'
import { Icon } from '../ui/icon.tsx'
import { GrowingArea, mirror } from './growing-area.tsx'
import type { InputProps } from './input-props.ts'
import type { ScalarForm, ScalarValue } from './scalar-draft.ts'
import { showText } from './shift-caret.ts'
import { useLine } from './use-line.ts'
import { useScalarDraft } from './use-scalar-draft.ts'

const INPUT_MODES = { date: 'text', money: 'decimal', number: 'decimal', text: 'text' } as const

type TypedType = Extract<ScalarType, { name: keyof typeof INPUT_MODES }>

/** A fact that is typed: a line, a date, an amount or a number. What is no value stays in the field with its complaint. */
export function TypedInput({ type, form, ...props }: InputProps & { type: TypedType; form: ScalarForm }) {
  const texts = useText().forms
  const area = useRef<HTMLTextAreaElement>(null)
  const complaintId = useId()
  const [isComposing, setComposing] = useState(false)
  const heard = useRef('')
  const line = useLine(props, type)
  const field = useScalarDraft((props.value ?? null) as ScalarValue, form, line.writeTyped, line.isAnswered)
  const { complaint, typed } = field.draft
  const hear = (text: string) => {
    heard.current = text
    field.onType(text)
  }

  // Set by hand, not by React: so that another's change moves the caret of nobody, and breaks no sign that is being composed.
  useLayoutEffect(() => {
    if (!area.current || isComposing) return
    showText(area.current, field.text)
    mirror(area.current)
    line.shows(field.text, typed === null)
  })

  return (
    <>
      <GrowingArea
        area={area}
        className="hs-input"
        defaultValue={field.text}
        aria-label={props.label}
        aria-invalid={complaint !== null}
        aria-describedby={
          complaint === null ? props.describedBy : [complaintId, props.describedBy].filter(Boolean).join(' ')
        }
        placeholder={props.placeholder}
        inputMode={INPUT_MODES[type.name]}
        spellCheck={type.name === 'text'}
        autoComplete="off"
        onFocus={field.onFocus}
        onInput={(event) => hear(event.currentTarget.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={(event) => {
          // Some browsers tell of the last letters only after this.
          if (event.currentTarget.value !== heard.current) hear(event.currentTarget.value)
          setComposing(false)
        }}
        onBlur={field.onLeave}
        onKeyDown={keepOneLine}
      />
      {type.name === 'date' ? (
        <DatePicker value={props.value} label={texts.pickDate} onPick={line.write} />
      ) : null}
      {complaint === null ? null : (
        <span className="hs-complaint" id={complaintId} role="alert">
          <Icon name="attention" size={16} /> {texts.complaints[complaint]} {texts.notKept}
        </span>
      )}
    </>
  )
}

function keepOneLine(event: React.KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
}

type PickerProps = { value: unknown; label: string; onPick(date: string | null): void }

/** The calendar of the browser or telephone, opened by a button; typing is the other way in. */
function DatePicker({ value, label, onPick }: PickerProps) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <span className="hs-date-picker">
      <button
        type="button"
        className="hs-date-picker__button"
        aria-label={label}
        onClick={() => picker.current?.showPicker()}
      >
        <Icon name="down" size={16} />
      </button>
      <input
        ref={picker}
        type="date"
        className="hs-date-picker__native"
        tabIndex={-1}
        aria-hidden="true"
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onPick(event.currentTarget.value || null)}
      />
    </span>
  )
}
