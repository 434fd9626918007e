import { type FocusEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { watchNearness } from './nearness.ts'

const CONTROL = 'button, input, select, textarea'

type Props = {
  /** What is drawn near the screen. */
  fields: ReactNode
  /** What is drawn far from it: the same to read, with nothing in it that takes the focus. */
  words: ReactNode
}

/**
 * A table with its fields while it is near the screen, and as words while it is far from it: a large agreement has thousands of fields, and the browser goes
 * through all of them for each letter that is typed anywhere. Whoever comes to it with the keyboard, or is led to it, finds its fields at once.
 */
export function FieldsWhenNear({ fields, words }: Props) {
  const around = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  const entry = useRef<'first' | 'last' | null>(null)

  useEffect(() => {
    const element = around.current
    if (!element) return
    return watchNearness(element, (near) => {
      // What was written in keeps its height, so that nothing below it moves.
      if (!near) element.style.setProperty('--hs-kept-height', `${element.getBoundingClientRect().height}px`)
      setNear(near)
    })
  }, [])

  useLayoutEffect(() => {
    if (!isNear || entry.current === null) return
    const controls = around.current?.querySelectorAll<HTMLElement>(CONTROL) ?? []
    const control = controls[entry.current === 'first' ? 0 : controls.length - 1]
    entry.current = null
    control?.focus()
  }, [isNear])

  const onFocus = (event: FocusEvent) => {
    if (event.target !== event.currentTarget) return
    entry.current = cameFromBehind(event) ? 'last' : 'first'
    setNear(true)
  }
  // Who comes here with the keyboard is taken on to the fields that are drawn for it.
  const far = { 'data-far': true, tabIndex: 0, onFocus }
  return (
    <div ref={around} className="hs-fields" {...(isNear ? {} : far)}>
      {isNear ? fields : words}
    </div>
  )
}

/** Whether the focus stood further on in the page. */
function cameFromBehind({ relatedTarget, currentTarget }: FocusEvent): boolean {
  if (!(relatedTarget instanceof Node)) return false
  return (currentTarget.compareDocumentPosition(relatedTarget) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}
