import { useEffect, useRef, useState } from 'react'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { FactorCard, type FactorProps } from './factor-card.tsx'
import { READY_ID } from './ready.tsx'
import { answerOf } from './scan-store.ts'

/** The factors one at a time, beginning where the party left off. */
export function FactorWalk(props: FactorProps) {
  const { fill } = useText().scan
  const { factors } = props.catalog
  const isScored = (id: string) => answerOf(props.state, props.partyId, id).score !== null
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      factors.findIndex(({ id }) => !isScored(id)),
    ),
  )
  const heading = useFocusOnChange(index)
  const factor = factors[index]
  if (factor === undefined) return null
  const isLast = index === factors.length - 1
  const next = () => (isLast ? goTo(READY_ID) : setIndex(index + 1))
  return (
    <div className="hs-scan-walk">
      <FactorCard
        {...props}
        factor={factor}
        place={fill.place(index + 1, factors.length)}
        headingRef={heading}
      />
      <div className="hs-scan-buttons hs-scan-walk__buttons">
        <Button icon="back" isDisabled={index === 0} onPress={() => setIndex(index - 1)}>
          {fill.previous}
        </Button>
        <Button look={isScored(factor.id) ? 'primary' : 'secondary'} onPress={next}>
          {isLast ? fill.last : isScored(factor.id) ? fill.next : fill.skip}
        </Button>
      </div>
    </div>
  )
}

function goTo(id: string): void {
  const target = document.getElementById(id)
  target?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
}

/** A screen reader starts at the new factor when one goes on. */
function useFocusOnChange(index: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(index)
  useEffect(() => {
    if (before.current === index) return
    before.current = index
    heading.current?.focus()
  }, [index])
  return heading
}
