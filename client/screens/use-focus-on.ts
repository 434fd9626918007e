import { useEffect, useRef } from 'react'

/** The heading of what is shown, to which the focus goes when something else is shown; not at the first look. */
export function useFocusOn(shown: unknown) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [shown])
  return heading
}
