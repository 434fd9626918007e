import { useEffect, useRef } from 'react'
import { holdInView } from './paper/hold-in-view.ts'
import { jumpTo } from './paper/jump-to.ts'
import { previewId } from './preview/preview-id.ts'
import type { TextView } from './shown-view.ts'

/** Leads to an article or annex in the preview. */
function jumpInPreview(id: string): void {
  const heading = document.getElementById(previewId(id))
  if (heading) holdInView(heading, heading)
}

/**
 * Takes the person along when the text is shown in another way: the preview begins at its front, and writing goes on in the
 * article where it was left. Gives what leads to an article in the text as it is shown.
 */
export function useView(view: TextView, place: string | null): (id: string) => void {
  const before = useRef(view)
  const left = useRef(place)
  if (view === 'paper' && before.current === 'paper') left.current = place
  useEffect(() => {
    if (before.current === view) return
    before.current = view
    if (view === 'paper' && left.current !== null && jumpTo(left.current)) return
    document.getElementById('content')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [view])
  return view === 'paper' ? jumpTo : jumpInPreview
}
