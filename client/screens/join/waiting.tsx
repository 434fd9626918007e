import { useEffect, useRef, useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Status } from '../../ui/callout.tsx'
import { Heading } from './heading.tsx'

/** How often (ms) it is asked whether somebody let the person in. */
const ASK_EVERY = 2500

type Standing = 'waiting' | 'trouble' | 'refused'

/** For who has to be let in: goes on by itself as soon as that is done. */
export function Waiting({ agreementId, onLetIn }: { agreementId: string; onLetIn: () => void }) {
  const { join, everywhere } = useText()
  const standing = useStanding(agreementId, onLetIn)
  const isRefused = standing === 'refused'
  return (
    <section className="hs-sheet hs-sheet--narrow hs-join hs-stack">
      <Heading>{isRefused ? join.waiting.refusedHeading : join.waiting.heading}</Heading>
      <p>{isRefused ? join.waiting.refusedBody : join.waiting.body}</p>
      {isRefused ? (
        <ButtonLink href="/">{everywhere.toStart}</ButtonLink>
      ) : (
        <Status icon="progress" tone={standing === 'trouble' ? 'attention' : 'calm'}>
          {standing === 'trouble' ? join.waiting.trouble : join.waiting.status}
        </Status>
      )}
    </section>
  )
}

/** Asks until there is an answer: let in, or turned away. */
function useStanding(agreementId: string, onLetIn: () => void): Standing {
  const [standing, setStanding] = useState<Standing>('waiting')
  const letIn = useRef(onLetIn)
  letIn.current = onLetIn
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const state = await call(endpoints.seeEntry, { params: { id: agreementId } }).then(
        (answer) => answer.state,
        () => null,
      )
      if (isOver) return
      if (state === 'active') letIn.current()
      else if (state === 'removed' || state === 'none') setStanding('refused')
      else setStanding(state === null ? 'trouble' : 'waiting')
      if (state === 'active' || state === 'removed' || state === 'none') stop()
    }
    const timer = setInterval(() => void ask(), ASK_EVERY)
    const stop = () => {
      isOver = true
      clearInterval(timer)
    }
    void ask()
    return stop
  }, [agreementId])
  return standing
}
