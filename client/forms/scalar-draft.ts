import type { ComplaintReason, Parsed } from './parsed.ts'

/**
 * What somebody is typing in a field with one value. What is valid goes to the agreement at once; what is not stays in the
 * field with its complaint, also after it is left: nothing that was typed disappears.
 */
export type ScalarDraft = {
  /** The text in the field; null while it simply shows the value. */
  typed: string | null
  isFocused: boolean
  /** Shown once the field was left. */
  complaint: ComplaintReason | null
}

export type ScalarValue = string | number | null

/** How one kind of value is shown and read. */
export type ScalarForm = {
  parse(typed: string): Parsed<string | number>
  /** As it stands on the paper. */
  format(value: string | number): string
  /** As it stands in the field while it is edited. */
  formatForEditing(value: string | number): string
}

export type DraftEvent =
  | { kind: 'focused' }
  | { kind: 'typed'; text: string }
  | { kind: 'left' }
  /** The value in the agreement changed, by oneself or by somebody else. */
  | { kind: 'valueChanged'; value: ScalarValue; before: ScalarValue; isAnswered?: boolean }

export const UNTOUCHED: ScalarDraft = { typed: null, isFocused: false, complaint: null }

/** The next state of a field. Pure: writing the value is for the caller, see `valueToWrite`. */
export function draftReducer(draft: ScalarDraft, event: DraftEvent, form: ScalarForm): ScalarDraft {
  switch (event.kind) {
    case 'focused':
      return { ...draft, isFocused: true }
    case 'typed':
      return { ...draft, typed: event.text, complaint: stillWrong(draft, event.text, form) }
    case 'left': {
      const parsed = draft.typed === null ? null : form.parse(draft.typed)
      if (parsed === null || parsed.ok) return UNTOUCHED
      return { typed: draft.typed, isFocused: false, complaint: parsed.reason }
    }
    case 'valueChanged':
      return afterOutsideChange(draft, event, form)
  }
}

/** A complaint that is shown goes as soon as it is mended; a new one waits until the field is left. */
function stillWrong(draft: ScalarDraft, text: string, form: ScalarForm): ComplaintReason | null {
  if (draft.complaint === null) return null
  const parsed = form.parse(text)
  return parsed.ok ? null : parsed.reason
}

/** One's own typing keeps its letters ("1250,5" stays so); another's value replaces it, unless what stands there is not yet valid. */
function afterOutsideChange(
  draft: ScalarDraft,
  event: Extract<DraftEvent, { kind: 'valueChanged' }>,
  form: ScalarForm,
): ScalarDraft {
  if (draft.typed === null) return draft
  // An emptied field that is still being typed in waits for what comes next, whatever follows from other facts; not for an answer.
  if (draft.isFocused && draft.typed === '' && !event.isAnswered) return draft
  const parsed = form.parse(draft.typed)
  const isOwn = parsed.ok && parsed.value === event.value
  if (isOwn || !parsed.ok) return draft
  return { ...draft, typed: null, complaint: null }
}

/** What to write after typing; undefined when what stands there is no value yet. */
export function valueToWrite(text: string, form: ScalarForm): ScalarValue | undefined {
  const parsed = form.parse(text)
  return parsed.ok ? parsed.value : undefined
}

/** The text in the field. */
export function textInField(draft: ScalarDraft, value: ScalarValue, form: ScalarForm): string {
  if (draft.typed !== null) return draft.typed
  if (value === null) return ''
  return draft.isFocused ? form.formatForEditing(value) : form.format(value)
}
