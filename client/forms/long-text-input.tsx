import { useLayoutEffect, useRef } from 'react'
import type { YTextEvent } from 'yjs'
import { longTextAt, replaceLongText } from '../../shared/document/edit.ts'
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
      onInput={binding.onInput}
    />
  )
}

function useLongText(address: string, area: React.RefObject<HTMLTextAreaElement | null>) {
  const { doc } = useForms()

  useLayoutEffect(() => {
    const text = longTextAt(doc, address)
    const field = area.current
    if (!text || !field) return
    const show = (event?: YTextEvent) => {
      // One's own typing is in the field already; writing it again would disturb a composition (accents, telephones).
      if (event?.transaction.local && field.value === text.toString()) return
      showText(field, text.toString())
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
    // Also in the middle of a composition (accents, telephones): what is in the document cannot be lost when others' words come in.
    if (text) replaceLongText(doc, text, value, selectionEnd)
  }
  return { onInput }
}
