import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { WorkspaceMember } from '../../../shared/protocol/endpoints-workspace.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import type { WorkspaceProps } from './workspace-screen.tsx'

type RemoveProps = Pick<WorkspaceProps, 'onChanged'> & {
  member: WorkspaceMember
  others: readonly WorkspaceMember[]
  onClose: () => void
}

/** What removing a member means, and who takes over what nobody else leads. */
export function RemoveMember({ member, others, onChanged, onClose }: RemoveProps) {
  const { workspace: text, everywhere } = useText()
  const [handOverTo, setHandOverTo] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const leads = member.leadsAlone ?? 0
  const isMissing = leads > 0 && handOverTo === null
  const remove = useAction(
    () =>
      call(endpoints.removeMember, {
        params: { personId: member.personId },
        body: { handOverTo: leads > 0 ? handOverTo : null },
      }),
    (changed) => {
      onChanged(changed)
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (!isMissing) remove.run(undefined)
  }
  return (
    <Dialog title={text.removal.heading(member.name)} closeLabel={everywhere.close} isOpen onClose={onClose}>
      <div className="hs-workspace__removal">
        <p>{text.removal.body(member.name)}</p>
        {leads === 0 ? null : (
          <>
            <p>{text.removal.leads(member.name, leads)}</p>
            <Select
              label={text.removal.takesOver}
              placeholder={text.removal.choose}
              complaint={isTried && isMissing ? text.removal.missing : null}
              options={others.map(({ personId, name }) => ({ key: personId, label: name }))}
              value={handOverTo}
              onChange={setHandOverTo}
            />
          </>
        )}
        {remove.failure === null ? null : <Failure failure={remove.failure} />}
        <div className="hs-workspace__buttons">
          <Button look="danger" isBusy={remove.isBusy} onPress={submit}>
            {remove.isBusy ? text.busy : text.removal.button(member.name)}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {everywhere.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
