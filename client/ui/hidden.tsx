import type { ReactNode } from 'react'

/** Words for a screen reader alone. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="hs-hidden">{children}</span>
}

/** First stop of the keyboard: past the bar, to the part of the page with the id `target`. */
export function SkipLink({ target, children }: { target: string; children: ReactNode }) {
  return (
    <a className="hs-skip-link" href={`#${target}`}>
      {children}
    </a>
  )
}
