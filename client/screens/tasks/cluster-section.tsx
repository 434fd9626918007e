import { useState } from 'react'
import type {
  ClusterSuggestions,
  FactorSuggestions,
  Suggestion,
} from '../../../shared/template/task-suggestions.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useTaskFacts } from './open-tasks.ts'
import { OwnTask } from './own-task.tsx'
import { SuggestionsByRole } from './suggestions-by-role.tsx'
import { TaskRows } from './task-rows.tsx'

type Props = { group: ClusterSuggestions; forParty: string | null }

/** One cluster or programme line: its question, what is chosen in it, what could be chosen, and the way to write one's own. */
export function ClusterSection({ group, forParty }: Props) {
  const { pick } = useText().tasks
  const { canWrite } = useForms()
  const body = useTaskFacts()
  const [isWriting, setWriting] = useState(false)
  const chosen = body.tasks.filter(({ clusterId }) => clusterId === group.clusterId)
  const label = group.label || pick.withoutCluster
  return (
    <section className="hs-tasks__cluster" aria-label={label} data-cluster={group.clusterId}>
      <h2 lang="nl">{label}</h2>
      {group.problem === null ? null : <p lang="nl">{group.problem}</p>}
      {group.question === null ? null : (
        <p className="hs-tasks__question">
          <strong>{pick.question}:</strong> <span lang="nl">{group.question}</span>
        </p>
      )}
      {group.professionalsOnly ? <Callout kind="attention">{pick.professionalsOnly}</Callout> : null}
      <Suggestions group={group} forParty={forParty} />
      {canWrite ? (
        <div>
          <Button icon="plus" aria-label={pick.writeOwnFor(label)} onPress={() => setWriting(true)}>
            {pick.writeOwn}
          </Button>
        </div>
      ) : null}
      <h3>{pick.chosenHere}</h3>
      {chosen.length === 0 ? <p className="hs-soft">{pick.nothingChosen}</p> : <TaskRows tasks={chosen} />}
      <OwnTask
        clusterId={group.clusterId}
        clusterLabel={label}
        isOpen={isWriting}
        onClose={() => setWriting(false)}
      />
    </section>
  )
}

function Suggestions({ group, forParty }: Props) {
  const { pick } = useText().tasks
  const forThis = (suggestions: readonly Suggestion[]) =>
    suggestions.filter(({ parties }) => forParty === null || parties.some(({ id }) => id === forParty))
  if (group.byFactor.length === 0 && group.others.length === 0)
    return <p className="hs-soft">{pick.noSuggestions}</p>
  const others = forThis(group.others)
  return (
    <div className="hs-tasks__factors">
      {group.byFactor.map((factor) => (
        <FactorDetails
          key={factor.factorId}
          factor={factor}
          suggestions={forThis(factor.suggestions)}
          group={group}
          forParty={forParty}
        />
      ))}
      {others.length === 0 ? null : (
        <Details title={pick.otherSuggestions} suggestions={others}>
          <SuggestionsByRole suggestions={others} clusterId={group.clusterId} forParty={forParty} />
        </Details>
      )}
    </div>
  )
}

type FactorProps = Props & { factor: FactorSuggestions; suggestions: readonly Suggestion[] }

function FactorDetails({ factor, suggestions, group, forParty }: FactorProps) {
  const { pick } = useText().tasks
  const { catalog } = useForms()
  const priority = catalog.words.enums.priority[factor.priority as 'high'] ?? null
  return (
    <Details title={factor.label} badge={priority} suggestions={suggestions}>
      {factor.reason ? <p>{pick.why(factor.reason)}</p> : null}
      {suggestions.length === 0 ? <p className="hs-soft">{pick.noneForParty}</p> : null}
      <SuggestionsByRole suggestions={suggestions} clusterId={group.clusterId} forParty={forParty} />
    </Details>
  )
}

type DetailsProps = {
  title: string
  badge?: string | null
  suggestions: readonly Suggestion[]
  children: React.ReactNode
}

/** Folded, so that a phone shows the thresholds first; what is inside is made when it is opened. */
function Details({ title, badge = null, suggestions, children }: DetailsProps) {
  const { pick } = useText().tasks
  const [isOpen, setOpen] = useState(false)
  const taken = suggestions.filter((suggestion) => suggestion.taken.length > 0).length
  return (
    <details className="hs-tasks__fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="right" size={18} />
        <span className="hs-tasks__fold-words">
          <span className="hs-tasks__fold-title" lang="nl">
            {title}
          </span>
          <span className="hs-soft">
            {badge === null ? null : (
              <>
                <span lang="nl">{badge}</span>
                {' · '}
              </>
            )}
            {pick.counted(suggestions.length, taken)}
          </span>
        </span>
      </summary>
      {isOpen ? <div className="hs-tasks__fold-body">{children}</div> : null}
    </details>
  )
}
