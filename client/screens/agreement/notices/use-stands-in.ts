import { useCallback, useEffect, useRef } from 'react'
import { placeAround } from '../paper/place-around.ts'

/** Where the focus goes from a text without leaving it: its sheets, menus and tools. */
const BELONGS_TO_TEXT = '.hs-popover, .hs-toolbar, [role="dialog"]'

/** Gives what says in which article or annex somebody stands now: with the caret in its text, in a field of it, or in a sheet opened there. */
export function useStandsIn(): () => string | null {
  const last = useRef<string | null>(null)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      const place = placeAround(target)
      if (place !== null || target.closest(BELONGS_TO_TEXT) === null) last.current = place
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [])
  return useCallback(() => {
    const now = document.activeElement
    const isBeside = now !== null && placeAround(now) === null && now.closest(BELONGS_TO_TEXT) !== null
    return isBeside ? last.current : placeAround(now)
  }, [])
}
