import { type FormEvent, useState } from 'react'
import { TASK_EFFECTS } from '../../../shared/agreement/task.ts'
import { addRecord } from '../../../shared/document/edit.ts'
import { callParty } from '../../../shared/outline/parties.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Select } from '../../ui/select.tsx'
import { useTaskFacts, useTasksRoom } from './open-tasks.ts'

type Effect = (typeof TASK_EFFECTS)[number]
type Props = { clusterId: string; clusterLabel: string; isOpen: boolean; onClose: () => void }

/** A task in the parties' own words. It asks no more than makes it a task; the rest stands in its form. */
export function OwnTask({ clusterId, clusterLabel, isOpen, onClose }: Props) {
  const { own } = useText().tasks
  return (
    <Dialog
      title={`${own.title}: ${clusterLabel}`}
      closeLabel={own.close}
      isOpen={isOpen}
      onClose={onClose}
      look="sheet"
    >
      <OwnTaskForm clusterId={clusterId} onClose={onClose} />
    </Dialog>
  )
}

const LATER = '*'

function OwnTaskForm({ clusterId, onClose }: Pick<Props, 'clusterId' | 'onClose'>) {
  const { own, changed } = useText().tasks
  const { doc, catalog } = useForms()
  const { you, say, beginStep } = useTasksRoom()
  const { parties } = useTaskFacts()
  const [title, setTitle] = useState('')
  const [effect, setEffect] = useState<Effect | null>(null)
  const [lead, setLead] = useState(you.partyId ?? LATER)
  const [isAsked, setAsked] = useState(false)
  const add = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    const name = title.trim()
    if (name === '' || effect === null) return
    const leadPartyId = lead === LATER ? null : lead
    beginStep()
    addRecord(doc, 'tasks', {
      values: {
        title: name,
        clusterId,
        effect,
        leadPartyId,
        partyIds: leadPartyId === null ? [] : [leadPartyId],
        proposedByPartyId: you.partyId,
        status: 'proposed',
      },
    })
    say(changed.written(name), true)
    onClose()
  }
  return (
    <form className="hs-stack" onSubmit={add} noValidate>
      <TextField
        label={own.name}
        help={own.nameHelp}
        value={title}
        onChange={setTitle}
        maxLength={300}
        complaint={isAsked && title.trim() === '' ? own.nameMissing : null}
      />
      <EffectQuestion effect={effect} onChange={setEffect} isMissing={isAsked && effect === null} />
      <Select
        label={own.lead}
        options={[
          { key: LATER, label: own.leadLater },
          ...parties
            .filter(({ leftOn }) => !leftOn)
            .map((party) => ({ key: party.id, label: callParty(party, catalog) })),
        ]}
        value={lead}
        onChange={setLead}
      />
      <Button look="primary" type="submit">
        {own.add}
      </Button>
    </form>
  )
}

type EffectProps = { effect: Effect | null; onChange: (effect: Effect) => void; isMissing: boolean }

/** The question of the domain pack (agreement.md 3.10) that tells what a task does for families. */
function EffectQuestion({ effect, onChange, isMissing }: EffectProps) {
  const { own } = useText().tasks
  return (
    <fieldset className="hs-tasks__effects" aria-describedby={isMissing ? 'effect-missing' : undefined}>
      <legend>{own.effect}</legend>
      {TASK_EFFECTS.map((each) => (
        <label key={each} className="hs-tasks__effect">
          <input type="radio" name="effect" checked={effect === each} onChange={() => onChange(each)} />
          <span>{own.effects[each]}</span>
        </label>
      ))}
      {isMissing ? (
        <p id="effect-missing" className="hs-tasks__missing" role="alert">
          <Icon name="attention" size={18} /> {own.effectMissing}
        </p>
      ) : null}
    </fieldset>
  )
}
