import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../failure.tsx'
import { useLeaving } from '../leave/use-leaving.tsx'
import { useAction } from '../load.ts'
import type { OwnProps } from './account-screen.tsx'

/** In how many browsers this member is signed in; signing out of the others, or of this one. */
export function OwnSessions({ account, onChanged }: OwnProps) {
  const text = useText().account
  const elsewhere = useAction(() => call(endpoints.signOutElsewhere, {}), onChanged)
  const leaving = useLeaving('/')
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="own-sessions">
      <h2 id="own-sessions">{text.sessionsHeading}</h2>
      <p role="status">{text.sessions(account.sessions)}</p>
      {elsewhere.failure === null ? null : <Failure failure={elsewhere.failure} />}
      <div className="hs-account__buttons">
        {account.sessions > 1 ? (
          <Button isBusy={elsewhere.isBusy} onPress={() => elsewhere.run(undefined)}>
            {text.signOutElsewhere}
          </Button>
        ) : null}
        <Button isBusy={leaving.isBusy} onPress={leaving.leave}>
          {text.signOut}
        </Button>
      </div>
      {leaving.dialog}
    </section>
  )
}
