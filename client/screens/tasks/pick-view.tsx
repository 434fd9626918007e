import { useMemo, useState } from 'react'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import { type ClusterSuggestions, suggestTasks } from '../../../shared/template/task-suggestions.ts'
import { useForms } from '../../forms/index.ts'
import { useText } from '../../text/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Select } from '../../ui/select.tsx'
import { ClusterSection } from './cluster-section.tsx'
import { useTaskFacts, useTasksRoom } from './open-tasks.ts'
import { TaskRows } from './task-rows.tsx'
import { partyName } from './task-words.ts'

const EVERYBODY = '*'

/** Per cluster and threshold what the parties could do, to take over, and what they have chosen. */
export function PickView() {
  const { pick } = useText().tasks
  const { catalog } = useForms()
  const body = useTaskFacts()
  const { agreementId, you } = useTasksRoom()
  const [party, setParty] = useState(you.partyId ?? EVERYBODY)
  const groups = useMemo(() => suggestTasks(body, catalog), [body, catalog])
  const forParty = party === EVERYBODY ? null : party
  const loose = tasksOutside(
    body,
    groups.map(({ clusterId }) => clusterId),
  )
  return (
    <div className="hs-tasks__stack" data-arrival tabIndex={-1}>
      <p>{pick.intro}</p>
      {body.focusFactors.length === 0 && groups.some(hasSuggestions) ? (
        <Callout
          kind="info"
          action={
            <ButtonLink href={`/agreements/${encodeURIComponent(agreementId)}/drempels`}>
              {pick.toFactors}
            </ButtonLink>
          }
        >
          {pick.noFactors}
        </Callout>
      ) : null}
      {groups.some(hasSuggestions) ? (
        <div className="hs-tasks__filter">
          <Select
            label={pick.forParty}
            options={partyOptions(body, catalog, pick.everyParty)}
            value={party}
            onChange={setParty}
          />
        </div>
      ) : null}
      {groups.map((group) => (
        <ClusterSection key={group.clusterId} group={group} forParty={forParty} />
      ))}
      {loose.length === 0 ? null : (
        <section className="hs-tasks__cluster">
          <h2>{pick.withoutCluster}</h2>
          <TaskRows tasks={loose} />
        </section>
      )}
    </div>
  )
}

const hasSuggestions = ({ byFactor, others }: ClusterSuggestions) => byFactor.length + others.length > 0

function partyOptions(body: AgreementBody, catalog: Catalog, everyParty: string) {
  const parties = body.parties.filter(({ leftOn }) => !leftOn)
  return [
    { key: EVERYBODY, label: everyParty },
    ...parties.map(({ id }) => ({ key: id, label: partyName(id, body, catalog) ?? '' })),
  ]
}

/** Tasks that stand in none of the clusters shown: no task is left off the screen. */
function tasksOutside({ tasks }: AgreementBody, clusterIds: readonly string[]) {
  return tasks.filter(({ clusterId }) => clusterId === null || !clusterIds.includes(clusterId))
}
