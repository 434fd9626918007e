import { useLayoutEffect, useReducer, useRef } from 'react'
import {
  type DraftEvent,
  draftReducer,
  type ScalarDraft,
  type ScalarForm,
  type ScalarValue,
  textInField,
  UNTOUCHED,
  valueToWrite,
} from './scalar-draft.ts'

export type DraftField = {
  text: string
  draft: ScalarDraft
  onFocus(): void
  onType(text: string): void
  onLeave(): void
}

/**
 * A field with one value: its text, and what it does while somebody types. Hands over what is valid at once; `write` gives what the field has to say
 * instead when that could not be written. `isAnswered`: whether the agreement has a value, and shows no other for want of one.
 */
export function useScalarDraft(
  value: ScalarValue,
  form: ScalarForm,
  write: (value: ScalarValue) => string | null,
  isAnswered: () => boolean,
): DraftField {
  const [draft, dispatch] = useReducer(
    (state: ScalarDraft, event: DraftEvent) => draftReducer(state, event, form),
    UNTOUCHED,
  )
  const known = useRef(value)
  useLayoutEffect(() => {
    if (known.current === value) return
    dispatch({ kind: 'valueChanged', value, before: known.current, isAnswered: isAnswered() })
    known.current = value
  })
  return {
    text: textInField(draft, value, form),
    draft,
    onFocus: () => dispatch({ kind: 'focused' }),
    onType: (text) => {
      dispatch({ kind: 'typed', text })
      const next = valueToWrite(text, form)
      const instead = next === undefined ? null : write(next)
      if (instead !== null) dispatch({ kind: 'typed', text: instead })
    },
    onLeave: () => dispatch({ kind: 'left' }),
  }
}
