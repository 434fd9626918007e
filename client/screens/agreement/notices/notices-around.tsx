import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { placeId } from '../paper/jump-to.ts'
import { NoticesRoomProvider, type Told } from './notices-room.ts'

/** Knows what is told on this screen. `place` is the article in view, where the focus goes when where it came from is gone. */
export function NoticesAround({ place, children }: { place: string | null; children: ReactNode }) {
  const [told, setTold] = useState<readonly Told[]>([])
  const [shelf, setShelf] = useState<HTMLElement | null>(null)
  const isFocusLost = useRef(false)
  const cameFrom = useCameFrom(shelf)
  const room = useMemo(
    () => ({
      ...{ told, shelf, setShelf },
      tell: (notice: Told) => {
        const isHeld = shelf?.querySelector('.hs-notice')?.contains(document.activeElement) ?? false
        setTold((all) => withNewest(all, notice, isHeld))
      },
      end: (key: string, hadFocus: boolean) => {
        if (hadFocus) isFocusLost.current = true
        setTold((all) => all.filter((each) => each.key !== key))
      },
    }),
    [told, shelf],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another notice is a reason to look where the focus is
  useLayoutEffect(() => {
    if (!isFocusLost.current) return
    isFocusLost.current = false
    if (document.activeElement !== document.body) return
    const next = shelf?.querySelector<HTMLElement>('.hs-notice button, .hs-notice a')
    const before = cameFrom.current?.isConnected ? cameFrom.current : null
    const here = place === null ? null : document.getElementById(placeId(place))
    const goesTo = next ?? before ?? here ?? document.getElementById('content')
    goesTo?.focus({ preventScroll: true })
  }, [told])
  return <NoticesRoomProvider value={room}>{children}</NoticesRoomProvider>
}

/** Who has the focus in what is seen goes on with that first. */
function withNewest(all: readonly Told[], notice: Told, isHeld: boolean): readonly Told[] {
  const others = all.filter(({ key }) => key !== notice.key)
  const seen = others.at(-1)
  return isHeld && seen !== undefined ? [...others.slice(0, -1), notice, seen] : [...others, notice]
}

/** What had the focus before it came to what stands under the paper. */
function useCameFrom(shelf: HTMLElement | null) {
  const from = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    if (shelf === null) return
    const remember = ({ relatedTarget: before }: FocusEvent) => {
      if (before instanceof HTMLElement && !shelf.contains(before)) from.current = before
    }
    shelf.addEventListener('focusin', remember)
    return () => shelf.removeEventListener('focusin', remember)
  }, [shelf])
  return from
}
