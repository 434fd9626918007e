import { type ReactNode, useEffect, useRef } from 'react'

/** The heading of a step that took the place of another one: the keyboard and the screen reader start there. */
export function Heading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
