import { type ReactNode, useEffect, useRef } from 'react'
import { Callout } from '../ui/callout.tsx'
import './asked.css'

/**
 * A question about what can not be taken back, in the place of the button that asks it. That button goes, so the focus comes here; and the
 * whole question comes into view, where it would stand below the edge of a dialog.
 */
export function Asked({ title, children }: { title: string; children: ReactNode }) {
  const place = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <fieldset ref={place} tabIndex={-1} className="hs-asked" aria-label={title}>
      <Callout kind="attention" title={title}>
        {children}
      </Callout>
    </fieldset>
  )
}
