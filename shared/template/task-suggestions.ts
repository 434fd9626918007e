import type { AgreementBody } from '../agreement/agreement.ts'
import type { Party } from '../agreement/party.ts'
import { currentTasks } from '../agreement/workload.ts'
import type { Catalog, Cluster, LibraryTask } from './catalog.ts'

/** What can be picked in one cluster (or programme line) of an agreement. */
export type ClusterSuggestions = {
  /** Cluster or own programme line, as a task names it. */
  clusterId: string
  label: string
  problem: string | null
  question: string | null
  professionalsOnly: boolean
  /** The chosen thresholds of this cluster, most urgent first, each with the tasks that help. */
  byFactor: FactorSuggestions[]
  /** The other tasks of this cluster. */
  others: Suggestion[]
}

export type FactorSuggestions = {
  factorId: string
  label: string
  priority: string | null
  reason: string | null
  suggestions: Suggestion[]
}

export type Suggestion = {
  libraryTask: LibraryTask
  /** Parties that can take it over: those of its role, or all for work done together. In the order of the agreement. */
  parties: Party[]
  /** Tasks of the agreement that came from it. */
  taken: { taskId: string; leadPartyId: string | null }[]
  counterparts: { libraryTask: LibraryTask; isTaken: boolean }[]
}

const URGENCY = ['high', 'medium', 'low']

/** The suggestions for an agreement: per cluster or programme line, per chosen threshold. Parties that left are not asked. */
export function suggestTasks(body: AgreementBody, catalog: Catalog): ClusterSuggestions[] {
  const suggestionOf = suggester(body, catalog)
  return groupsOf(body, catalog).map(({ clusterId, label, cluster }) => {
    const library = catalog.tasks.filter((task) => task.clusterId === cluster?.id).map(suggestionOf)
    const byFactor = chosenFactors(body, catalog, cluster?.id).map((factor) => ({
      ...factor,
      suggestions: library.filter(({ libraryTask }) => libraryTask.factorIds.includes(factor.factorId)),
    }))
    const shown = new Set(byFactor.flatMap(({ suggestions }) => suggestions))
    return {
      clusterId,
      label,
      problem: cluster?.problem ?? null,
      question: cluster?.question ?? null,
      professionalsOnly: cluster?.professionalsOnly ?? false,
      byFactor,
      others: library.filter((suggestion) => !shown.has(suggestion)),
    }
  })
}

/** What a task starts with when a party takes it over from the list. `byPartyId`: who proposes it, null for who leads the talk. */
export function takenOver(
  { libraryTask, parties }: Pick<Suggestion, 'libraryTask' | 'parties'>,
  clusterId: string,
  leadPartyId: string | null,
  byPartyId: string | null,
) {
  const joint = libraryTask.partyRole === 'joint'
  return {
    libraryTaskId: libraryTask.id,
    title: libraryTask.title,
    clusterId,
    factorIds: libraryTask.factorIds,
    kind: libraryTask.kind,
    effect: libraryTask.effect,
    leadPartyId,
    partyIds: joint ? parties.map(({ id }) => id) : leadPartyId === null ? [] : [leadPartyId],
    proposedByPartyId: byPartyId,
    status: 'proposed',
  }
}

type Group = { clusterId: string; label: string; cluster: Cluster | null }

/** The parties' own lines, else the clusters of the framework; as on the paper. */
function groupsOf(body: AgreementBody, catalog: Catalog): Group[] {
  const framework = catalog.frameworks.find(({ id }) => id === body.clusterFrameworkId)
  const clusters = framework?.clusters ?? []
  if (body.customClusters.length === 0)
    return clusters.map((cluster) => ({ clusterId: cluster.id, label: cluster.label, cluster }))
  const known = [...clusters, ...catalog.frameworks.flatMap((each) => each.clusters)]
  return body.customClusters.map(({ id, labelNl, linkedClusterId }) => ({
    clusterId: id,
    label: labelNl ?? '',
    cluster: known.find((cluster) => cluster.id === linkedClusterId) ?? null,
  }))
}

function chosenFactors(body: AgreementBody, catalog: Catalog, clusterId: string | undefined) {
  const rank = (priority: string | null) =>
    (URGENCY.indexOf(priority ?? '') + URGENCY.length + 1) % (URGENCY.length + 1)
  return body.focusFactors
    .flatMap(({ factorId, priority, reason }) => {
      const factor = catalog.factors.find(({ id }) => id === factorId)
      return factor?.clusterId === clusterId && factor
        ? [{ factorId, label: factor.label, priority, reason }]
        : []
    })
    .sort((a, b) => rank(a.priority) - rank(b.priority))
}

function suggester(body: AgreementBody, catalog: Catalog): (libraryTask: LibraryTask) => Suggestion {
  const parties = body.parties.filter(({ leftOn }) => !leftOn)
  const tasks = currentTasks(body)
  const takenFrom = (id: string) => tasks.filter(({ libraryTaskId }) => libraryTaskId === id)
  const library = new Map(catalog.tasks.map((task) => [task.id, task]))
  return (libraryTask) => ({
    libraryTask,
    parties: parties.filter(
      ({ role }) => libraryTask.partyRole === 'joint' || role === libraryTask.partyRole,
    ),
    taken: takenFrom(libraryTask.id).map(({ id, leadPartyId }) => ({ taskId: id, leadPartyId })),
    counterparts: libraryTask.counterpartTaskIds.flatMap((id) => {
      const counterpart = library.get(id)
      return counterpart ? [{ libraryTask: counterpart, isTaken: takenFrom(id).length > 0 }] : []
    }),
  })
}
