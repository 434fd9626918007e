import { useCallback, useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { type CallFailure, call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Failure } from '../failure.tsx'
import { useLoad } from '../load.ts'
import { Page } from '../page.tsx'
import { ReadingView } from './reading-view.tsx'
import './reading.css'

/** Reading along by a link: no name, no account. The link is exchanged at once; after that the device itself is let in. */
export function ReadingScreen({ secret }: { secret: string | null }) {
  const { reading } = useText()
  const [isLeft, setLeft] = useState(false)
  return (
    <Page title={reading.pageTitle} isHome>
      {isLeft ? <Gone /> : <Reading key={secret} secret={secret} onLeft={() => setLeft(true)} />}
    </Page>
  )
}

async function open(secret: string | null) {
  if (secret !== null) await call(endpoints.openReading, { body: { secret } })
  // Never kept on the device: a telephone goes from hand to hand.
  return call(endpoints.getReading, {})
}

function Reading({ secret, onLeft }: { secret: string | null; onLeft: () => void }) {
  const loaded = useLoad(useCallback(() => open(secret), [secret]))
  switch (loaded.state) {
    case 'busy':
      return <Looking />
    case 'ready':
      return <ReadingView reading={loaded.value} onLeft={onLeft} />
    case 'broken':
      return <NotOpened failure={loaded.failure} again={loaded.again} />
  }
}

function Looking() {
  const { reading } = useText()
  return (
    <section className="hs-reading" aria-busy="true">
      <p role="status">{reading.busy}</p>
      <Skeleton width="80%" height="2.2em" />
      <Skeleton width="100%" height="8rem" />
      <Skeleton width="100%" height="16rem" />
    </section>
  )
}

const CLOSED = ['invalid-invitation', 'not-signed-in', 'malformed-request']

function NotOpened({ failure, again }: { failure: CallFailure; again: () => void }) {
  const { wrong } = useText().reading
  if (failure.kind !== 'problem' || !CLOSED.includes(failure.name)) {
    return <Failure failure={failure} again={again} />
  }
  return (
    <section className="hs-sheet hs-sheet--narrow hs-join hs-stack">
      <h1>{wrong.heading}</h1>
      <p>{wrong.body}</p>
      <p>{wrong.now}</p>
    </section>
  )
}

function Gone() {
  const { done } = useText().reading
  return (
    <section className="hs-sheet hs-sheet--narrow hs-join hs-stack">
      <h1>{done.goneHeading}</h1>
      <p>{done.goneBody}</p>
    </section>
  )
}
