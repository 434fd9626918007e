import { useEffect, useRef, useState } from 'react'
import type { Party } from '../../../shared/agreement/party.ts'
import { addRecord } from '../../../shared/document/edit.ts'
import { callParty } from '../../../shared/outline/parties.ts'
import { type Suggestion, takenOver } from '../../../shared/template/task-suggestions.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button, Link } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useTasksRoom } from './open-tasks.ts'
import { hashOf } from './view.ts'

type Props = { suggestion: Suggestion; clusterId: string; forParty: string | null }

/** One task of the list: what it is, what to mind, what it goes with, and taking it over. */
export function SuggestionCard({ suggestion, clusterId, forParty }: Props) {
  const { suggestion: words } = useText().tasks
  const { catalog, canWrite } = useForms()
  const { libraryTask, taken, counterparts } = suggestion
  const { taskKind, taskEffect } = catalog.words.enums
  const card = useRef<HTMLLIElement>(null)
  const [isJustTaken, setJustTaken] = useState(false)
  useEffect(() => {
    if (isJustTaken) card.current?.querySelector<HTMLElement>('.hs-tasks__taken a')?.focus()
  }, [isJustTaken])
  return (
    <li ref={card} className="hs-tasks__card" data-taken={taken.length > 0 || undefined}>
      <p className="hs-tasks__card-title" lang="nl">
        {libraryTask.title}
      </p>
      <p className="hs-tasks__card-kind" lang="nl">
        {[taskKind[libraryTask.kind], taskEffect[libraryTask.effect]].join(' · ')}
      </p>
      {libraryTask.caution === null ? null : (
        <p className="hs-tasks__caution">
          <Icon name="attention" size={18} />
          <span>
            <strong>{words.caution}:</strong> <span lang="nl">{libraryTask.caution}</span>
          </span>
        </p>
      )}
      {counterparts.map((counterpart) => (
        <p key={counterpart.libraryTask.id} className="hs-soft">
          {words.counterpart(counterpart.libraryTask.title, roleWordOf(counterpart, catalog, words.together))}
          {counterpart.isTaken ? `; ${words.counterpartTaken}` : ''}
        </p>
      ))}
      <Taken suggestion={suggestion} />
      {canWrite ? (
        <TakeOver
          suggestion={suggestion}
          clusterId={clusterId}
          forParty={forParty}
          onTaken={() => setJustTaken(true)}
        />
      ) : null}
    </li>
  )
}

function roleWordOf(
  { libraryTask }: Suggestion['counterparts'][number],
  catalog: ReturnType<typeof useForms>['catalog'],
  together: string,
): string {
  const { partyRole } = libraryTask
  return partyRole === 'joint' ? together : (catalog.words.enums.partyRole[partyRole] ?? partyRole)
}

/** For every task that came from it: that it is chosen, by whom, and the way to it. */
function Taken({ suggestion: { libraryTask, parties, taken } }: { suggestion: Suggestion }) {
  const { suggestion: words } = useText().tasks
  const { catalog } = useForms()
  return taken.map(({ taskId, leadPartyId }) => {
    const lead = parties.find(({ id }) => id === leadPartyId)
    return (
      <p key={taskId} className="hs-tasks__taken">
        <span className="hs-tasks__badge">
          <Icon name="check" size={18} />
          {[words.taken, lead && parties.length > 1 ? callParty(lead, catalog) : '']
            .filter(Boolean)
            .join(': ')}
        </span>
        <Link href={hashOf({ name: 'task', taskId })} aria-label={words.openLabel(libraryTask.title)}>
          {words.open}
        </Link>
      </p>
    )
  })
}

function TakeOver({ suggestion, clusterId, forParty, onTaken }: Props & { onTaken: () => void }) {
  const { suggestion: words, changed } = useText().tasks
  const { doc, catalog } = useForms()
  const { you, say, beginStep } = useTasksRoom()
  const { libraryTask, parties, taken } = suggestion
  const takeOver = (leadPartyId: string | null) => {
    beginStep()
    addRecord(doc, 'tasks', { values: takenOver(suggestion, clusterId, leadPartyId, you.partyId) })
    say(changed.taken(libraryTask.title), true)
    onTaken()
  }
  if (libraryTask.partyRole === 'joint') {
    if (taken.length > 0) return null
    return <TakeButton words={words.takeOver} title={libraryTask.title} onTake={() => takeOver(forParty)} />
  }
  const free = parties.filter(
    (party) =>
      (forParty === null || party.id === forParty) &&
      !taken.some(({ leadPartyId }) => leadPartyId === party.id),
  )
  if (taken.length > 0 && parties.length === 1) return null
  const name = (party: Party) =>
    parties.length > 1 ? words.takeOverFor(callParty(party, catalog)) : words.takeOver
  return (
    <div className="hs-tasks__buttons">
      {free.map((party) => (
        <TakeButton
          key={party.id}
          words={name(party)}
          title={libraryTask.title}
          onTake={() => takeOver(party.id)}
        />
      ))}
    </div>
  )
}

function TakeButton({ words, title, onTake }: { words: string; title: string; onTake: () => void }) {
  const { suggestion } = useText().tasks
  return (
    <Button icon="plus" aria-label={suggestion.label(words, title)} onPress={onTake}>
      {words}
    </Button>
  )
}
