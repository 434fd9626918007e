import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { RIGHTS, type Rights } from '../../../shared/protocol/endpoints-accounts.ts'
import type { WorkspaceMember } from '../../../shared/protocol/endpoints-workspace.ts'
import { call } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Failure } from '../failure.tsx'
import { formatDay } from '../format-day.ts'
import { useAction } from '../load.ts'
import { RemoveMember } from './remove-member.tsx'
import type { WorkspaceProps } from './workspace-screen.tsx'

/** The members, each with what an admin can change. */
export function Members({ workspace, onChanged, isAdmin }: WorkspaceProps & { isAdmin: boolean }) {
  const text = useText().workspace
  const [leaving, setLeaving] = useState<WorkspaceMember | null>(null)
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="members">
      <h2 id="members">{text.membersHeading}</h2>
      <p className="hs-soft">{text.rightsHelp}</p>
      <ul className="hs-workspace__list">
        {workspace.members.map((member) => (
          <Member
            key={member.personId}
            member={member}
            isAdmin={isAdmin}
            onChanged={onChanged}
            onRemove={() => setLeaving(member)}
          />
        ))}
      </ul>
      {leaving === null ? null : (
        <RemoveMember
          member={leaving}
          others={workspace.members.filter(({ personId }) => personId !== leaving.personId)}
          onChanged={onChanged}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  )
}

type MemberProps = Pick<WorkspaceProps, 'onChanged'> & {
  member: WorkspaceMember
  isAdmin: boolean
  onRemove: () => void
}

function Member({ member, isAdmin, onChanged, onRemove }: MemberProps) {
  const text = useText().workspace
  const { language } = useLanguage()
  const since = text.since(formatDay(member.since, language))
  return (
    <li className="hs-workspace__row">
      <div className="hs-workspace__who">
        <b>
          {member.name} {member.isYou ? text.you : ''}
        </b>
        <p className="hs-soft">{member.email ?? (isAdmin ? text.noAccount : since)}</p>
      </div>
      {isAdmin ? (
        <div className="hs-workspace__acts">
          <RightsOf member={member} onChanged={onChanged} />
          {member.isYou ? null : (
            <Button look="danger" aria-label={text.removeNamed(member.name)} onPress={onRemove}>
              {text.remove}
            </Button>
          )}
        </div>
      ) : (
        <span>{text.rights[member.rights]}</span>
      )}
    </li>
  )
}

function RightsOf({ member, onChanged }: Pick<MemberProps, 'member' | 'onChanged'>) {
  const text = useText().workspace
  const change = useAction(
    (rights: Rights) =>
      call(endpoints.changeRights, { params: { personId: member.personId }, body: { rights } }),
    onChanged,
  )
  return (
    <div className="hs-workspace__rights">
      <Select
        label={text.rightsOf(member.name)}
        options={RIGHTS.map((key) => ({ key, label: text.rights[key] }))}
        value={member.rights}
        onChange={change.run}
      />
      {change.failure === null ? null : <Failure failure={change.failure} />}
    </div>
  )
}
