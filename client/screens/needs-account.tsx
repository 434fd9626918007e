import type { CallFailure } from '../connection/index.ts'
import { useText } from '../text/index.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Failure } from './failure.tsx'

/** A page for members that did not open: for who is not signed in as one, the way to do so. */
export function NeedsAccount({ failure, again }: { failure: CallFailure; again: () => void }) {
  const { account } = useText()
  const isStranger =
    failure.kind === 'problem' && (failure.name === 'not-signed-in' || failure.name === 'not-allowed')
  if (!isStranger) return <Failure failure={failure} again={again} />
  return (
    <section className="hs-sheet hs-sheet--narrow hs-stack">
      <h1>{account.signIn}</h1>
      <p>{account.signInHelp}</p>
      <ButtonLink look="primary" href="/aanmelden">
        {account.signIn}
      </ButtonLink>
    </section>
  )
}
