import { useCallback } from 'react'
import type { z } from 'zod'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { type CallFailure, call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Failure } from '../failure.tsx'
import { useLoad } from '../load.ts'
import { Page } from '../page.tsx'
import { EnterForm } from './enter-form.tsx'
import { type Invited, InvitedTo } from './invited-to.tsx'
import { useEntering } from './use-entering.tsx'
import { useKnown } from './use-known.ts'
import './join.css'

type JoinProps = { secret: string | null; go: (address: string) => void }

/** Coming in with a link: what it is for, a name, one button. */
export function JoinScreen({ secret, go }: JoinProps) {
  const { join } = useText()
  return (
    <Page title={join.pageTitle}>
      {secret === null ? <NoSecret /> : <WithSecret key={secret} secret={secret} go={go} />}
    </Page>
  )
}

function NoSecret() {
  const { join } = useText()
  return (
    <section className="hs-sheet hs-sheet--narrow hs-join hs-stack">
      <h1>{join.noSecret.heading}</h1>
      <p>{join.noSecret.body}</p>
    </section>
  )
}

function WithSecret({ secret, go }: { secret: string; go: (address: string) => void }) {
  const seen = useLoad(useCallback(() => call(endpoints.seeInvitation, { body: { secret } }), [secret]))
  switch (seen.state) {
    case 'busy':
      return <Looking />
    case 'ready':
      return <Joining secret={secret} invited={seen.value} go={go} />
    case 'broken':
      return <NotSeen failure={seen.failure} again={seen.again} />
  }
}

function Looking() {
  const { join } = useText()
  return (
    <section className="hs-sheet hs-sheet--narrow hs-join hs-stack" aria-busy="true">
      <p>{join.busy}</p>
      <Skeleton width="85%" height="1.8em" />
      <Skeleton width="60%" />
      <Skeleton width="100%" height="2.75rem" />
    </section>
  )
}

function NotSeen({ failure, again }: { failure: CallFailure; again: () => void }) {
  const { join, everywhere } = useText()
  const isWrong = failure.kind === 'problem' && failure.name !== 'too-many-requests'
  if (!isWrong) return <Failure failure={failure} again={again} />
  return (
    <section className="hs-sheet hs-sheet--narrow hs-join hs-stack">
      <h1>{join.wrong.heading}</h1>
      <p>{join.wrong.body}</p>
      <p>{join.wrong.now}</p>
      <ButtonLink href="/">{everywhere.toStart}</ButtonLink>
    </section>
  )
}

type JoiningProps = { secret: string; invited: z.output<Invited>; go: (address: string) => void }

function Joining({ secret, invited, go }: JoiningProps) {
  const { join } = useText()
  const known = useKnown()
  const entering = useEntering((entry) => call(endpoints.join, { body: { secret, ...entry } }), go)
  if (entering.waiting !== null) return entering.waiting
  if (known === null) return <Looking />
  return (
    <section className="hs-sheet hs-sheet--narrow hs-join hs-stack">
      <InvitedTo invited={invited} />
      {invited.askFirst ? <p>{join.asksFirst}</p> : null}
      <EnterForm
        anew={`/join?wie=anders#${secret}`}
        known={known}
        isBusy={entering.isBusy}
        failure={entering.failure}
        onEnter={entering.run}
      />
    </section>
  )
}
