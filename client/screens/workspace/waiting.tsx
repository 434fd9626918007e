import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { MemberInvitation } from '../../../shared/protocol/endpoints-workspace.ts'
import { call } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../failure.tsx'
import { formatDay } from '../format-day.ts'
import { useAction } from '../load.ts'
import type { WorkspaceProps } from './workspace-screen.tsx'

/** Who is invited and did not come yet. */
export function Waiting({ workspace, onChanged }: WorkspaceProps) {
  const text = useText().workspace
  if (workspace.invitations.length === 0) return null
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="waiting">
      <h2 id="waiting">{text.waitingHeading}</h2>
      <ul className="hs-workspace__list">
        {workspace.invitations.map((invitation) => (
          <Invited key={invitation.id} invitation={invitation} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  )
}

type InvitedProps = Pick<WorkspaceProps, 'onChanged'> & { invitation: MemberInvitation }

function Invited({ invitation: { id, email, rights, expiresAt }, onChanged }: InvitedProps) {
  const text = useText().workspace
  const { language } = useLanguage()
  const withdraw = useAction(
    () => call(endpoints.withdrawMemberInvitation, { params: { invitationId: id } }),
    onChanged,
  )
  return (
    <li className="hs-workspace__row">
      <div className="hs-workspace__who">
        <b>{email}</b>
        <p className="hs-soft">
          {text.rights[rights]} · {text.until(formatDay(expiresAt, language))}
        </p>
      </div>
      <Button
        isBusy={withdraw.isBusy}
        aria-label={text.withdrawNamed(email)}
        onPress={() => withdraw.run(undefined)}
      >
        {text.withdraw}
      </Button>
      {withdraw.failure === null ? null : <Failure failure={withdraw.failure} />}
    </li>
  )
}
