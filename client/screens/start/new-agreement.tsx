import { useState } from 'react'
import { PARTY_ROLES, type PartyRole } from '../../../shared/agreement/party.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button, Link } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { initialOf, PartyMark } from '../../ui/party-mark.tsx'
import { Failure } from '../failure.tsx'
import { rememberInvitations } from '../invitations.ts'
import { useAction, useLoad } from '../load.ts'
import { Page } from '../page.tsx'
import { UnknownScreen } from '../unknown-screen.tsx'
import { loadTemplates, type TemplateSummary } from './overview.tsx'
import { roleLabels } from './role-labels.ts'

/** Beginning an agreement: the name of the cooperation and of who takes part. */
export function NewAgreement({ templateId, go }: { templateId: string; go: (address: string) => void }) {
  const { start } = useText()
  const templates = useLoad(loadTemplates)
  if (templates.state === 'ready') {
    const template = templates.value.find(({ id }) => id === templateId)
    return template === undefined ? <UnknownScreen /> : <NewFrom template={template} go={go} />
  }
  return (
    <Page title={start.create.pageTitle}>
      {templates.state === 'busy' ? (
        <p>{start.busy}</p>
      ) : (
        <Failure failure={templates.failure} again={templates.again} />
      )}
    </Page>
  )
}

type NewFromProps = { template: TemplateSummary; go: (address: string) => void }

function NewFrom({ template, go }: NewFromProps) {
  const { start } = useText()
  const [shortTitle, setShortTitle] = useState('')
  const [names, setNames] = useState<readonly string[]>(template.roles.map(() => ''))
  const [missing, setMissing] = useState(false)
  const begin = useBegin(go)
  const submit = () => {
    setMissing(shortTitle.trim() === '')
    if (shortTitle.trim() === '') return
    const parties = template.roles.map(({ role }, place) => party(role, names[place] ?? ''))
    begin.run({ templateId: template.id, shortTitle: shortTitle.trim(), parties })
  }
  const rename = (place: number, name: string) => setNames(names.with(place, name))
  return (
    <Page title={start.create.pageTitle}>
      <div className="hs-create">
        <p className="hs-create__back">
          <Icon name="back" />
          <Link href="/">{start.create.otherTemplate}</Link>
        </p>
        <form
          className="hs-sheet hs-create__form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <p className="hs-soft">
            {start.create.from}: <span lang="nl">{template.title}</span>
          </p>
          <h1>{start.create.heading}</h1>
          <TextField
            label={start.create.shortTitle}
            help={start.create.shortTitleHelp}
            complaint={missing ? start.create.shortTitleMissing : null}
            value={shortTitle}
            onChange={(value) => {
              setShortTitle(value)
              setMissing(false)
            }}
            maxLength={200}
            isRequired
          />
          <Parties roles={template.roles} names={names} onRename={rename} />
          {begin.failure === null ? null : <Failure failure={begin.failure} />}
          <Button look="primary" type="submit" isBusy={begin.isBusy}>
            {begin.isBusy ? start.create.busy : start.create.button}
          </Button>
        </form>
      </div>
    </Page>
  )
}

type PartiesProps = {
  roles: TemplateSummary['roles']
  names: readonly string[]
  onRename: (place: number, name: string) => void
}

function Parties({ roles, names, onRename }: PartiesProps) {
  const { start, everywhere } = useText()
  return (
    <fieldset className="hs-create__parties">
      <legend>
        <h2>{start.create.parties}</h2>
      </legend>
      <p className="hs-soft">{start.create.lead}</p>
      {roleLabels(roles).map((label, place) => (
        <div key={label} className="hs-create__party">
          <PartyMark index={place} initial={initialOf(names[place] || label)} size={36} />
          <TextField
            label={<span lang="nl">{label}</span>}
            optional={everywhere.optional}
            value={names[place] ?? ''}
            onChange={(name) => onRename(place, name)}
            autoComplete="off"
            maxLength={200}
          />
        </div>
      ))}
    </fieldset>
  )
}

type Beginning = {
  templateId: string
  shortTitle: string
  parties: { role: PartyRole; name?: string }[]
}

function useBegin(go: (address: string) => void) {
  return useAction(
    (beginning: Beginning) => call(endpoints.createAgreement, { body: beginning }),
    ({ id, invitations }) => {
      rememberInvitations(id, invitations)
      go(`/agreements/${encodeURIComponent(id)}`)
    },
  )
}

function party(role: string, name: string): { role: PartyRole; name?: string } {
  const known = PARTY_ROLES.find((candidate) => candidate === role) ?? 'other'
  return name.trim() === '' ? { role: known } : { role: known, name: name.trim() }
}
