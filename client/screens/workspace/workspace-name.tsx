import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../form.tsx'
import { useAction } from '../load.ts'
import type { WorkspaceProps } from './workspace-screen.tsx'

/** The name of the organisation. */
export function WorkspaceName({ workspace, onChanged }: WorkspaceProps) {
  const text = useText().workspace
  const [name, setName] = useState(workspace.name)
  const [said, setSaid] = useState('')
  const save = useAction(
    () => call(endpoints.renameWorkspace, { body: { name: name.trim() } }),
    (changed) => {
      setSaid(text.saved)
      onChanged(changed)
    },
  )
  const submit = () => {
    setSaid('')
    save.run(undefined)
  }
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="workspace-name">
      <h2 id="workspace-name">{text.nameHeading}</h2>
      <Form
        look="secondary"
        button={text.saveName}
        isBusy={save.isBusy}
        failure={save.failure}
        onSubmit={submit}
      >
        <TextField
          label={text.name}
          help={text.nameHelp}
          value={name}
          onChange={setName}
          autoComplete="organization"
          maxLength={200}
        />
      </Form>
      <p className="hs-workspace__said" role="status">
        {said}
      </p>
    </section>
  )
}
