import { useLayoutEffect, useRef } from 'react'
import type { YTextEvent } from 'yjs'
import { longTextAt, replaceLongText } from '../../shared/document/edit.ts'
import { withTyped } from '../../shared/support/with-own-change.ts'
import { useForms } from './forms-agreement.ts'
import { GrowingArea, mirror } from './growing-area.tsx'
import type { InputProps } from './input-props.ts'
import { showText } from './shift-caret.ts'

/** Text that several people write in at once, bound live to its place. Others' words come in around one's caret. */
export function LongTextInput({ address, value, label, placeholder, describedBy }: InputProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const binding = useLongText(address, area)
  return (
    <GrowingArea
      area={area}
      className="hs-input"
      defaultValue={String(value ?? '')}
      aria-label={label}
      aria-describedby={describedBy}
      placeholder={placeholder}
      spellCheck
      autoComplete="off"
      {...binding}
    />
  )
}

function useLongText(address: string, area: React.RefObject<HTMLTextAreaElement | null>) {
  const { doc } = useForms()
  const isComposing = useRef(false)
  /** What the field said when all that stood there was last shown, and what was typed since. */
  const shown = useRef('')

  useLayoutEffect(() => {
    const text = longTextAt(doc, address)
    const field = area.current
    if (!text || !field) return
    const show = (event?: YTextEvent) => {
      // One's own typing is in the field already; writing it again would disturb a composition (accents, telephones).
      if (event?.transaction.local && field.value === text.toString()) return
      // What another writes meanwhile waits until the sign is there.
      if (isComposing.current) return
      showText(field, text.toString())
      shown.current = field.value
      mirror(field)
    }
    show()
    text.observe(show)
    return () => text.unobserve(show)
  }, [doc, address, area])

  const onInput = (event: React.SyntheticEvent<HTMLTextAreaElement>) => {
    const text = longTextAt(doc, address)
    const { value, selectionEnd } = event.currentTarget
    mirror(event.currentTarget)
    if (!text) return
    // Also in the middle of a composition (accents, telephones): what is in the document cannot be lost when others' words come in.
    const next = withTyped(shown.current, value, text.toString())
    shown.current = value
    replaceLongText(doc, text, next, next === value ? selectionEnd : null)
  }
  const onCompositionStart = () => {
    isComposing.current = true
  }
  const onCompositionEnd = (event: React.SyntheticEvent<HTMLTextAreaElement>) => {
    // Some browsers tell of the last letters only after this.
    onInput(event)
    isComposing.current = false
    const text = longTextAt(doc, address)
    if (!text) return
    showText(event.currentTarget, text.toString())
    shown.current = event.currentTarget.value
    mirror(event.currentTarget)
  }
  return { onInput, onCompositionStart, onCompositionEnd }
}
