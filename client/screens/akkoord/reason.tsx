import { useRef } from 'react'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useIsCut } from './use-is-cut.ts'

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
