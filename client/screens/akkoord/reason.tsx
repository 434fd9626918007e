import { type RefObject, useEffect, useRef, useState } from 'react'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'

type Props = {
  reason: string
  /** Whose it is of what: "bezwaar van Stichting De Brug". */
  whose: string
}

/** Why a party has a concern or an objection: its first lines, so that no row is a screen high, and the way to all of it. Who listens has it whole. */
export function Reason({ reason, whose }: Props) {
  const { grid } = useText().akkoord
  const lines = useRef<HTMLQuoteElement>(null)
  const isCut = useIsCut(lines, reason)
  return (
    <>
      <q ref={lines} dir="auto" className="hs-grid__reason">
        {reason}
      </q>
      {isCut ? (
        <Popover
          label={whose}
          placement="bottom end"
          trigger={
            <Button look="quiet" aria-label={grid.readAllOf(whose)}>
              {grid.readAll}
            </Button>
          }
        >
          <div className="hs-reason-whole">
            <p className="hs-reason-whole__whose">{whose}</p>
            <q dir="auto">{reason}</q>
          </div>
        </Popover>
      ) : null}
    </>
  )
}

/** Whether words do not all fit in their place; looked at again when the place or the words change. */
function useIsCut(place: RefObject<HTMLElement | null>, words: string): boolean {
  const [isCut, setCut] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words in a place of the same size are measured too
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const look = () => setCut(element.scrollHeight > element.clientHeight + 1)
    const watch = new ResizeObserver(look)
    watch.observe(element)
    return () => watch.disconnect()
  }, [place, words])
  return isCut
}
