import type { Finding } from '../../../shared/advice/finding.ts'
import type { RuleStep } from '../../../shared/advice/rule-texts.ts'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { Catalog } from '../../../shared/template/catalog.ts'
import { type Suggestion, suggestTasks } from '../../../shared/template/task-suggestions.ts'

export type PickStep = Extract<RuleStep, { kind: 'pick_task' }>

/** A task of the list that nobody took over yet, in the cluster where it would come, with who could lead it. */
export type TaskPick = { suggestion: Suggestion; clusterId: string; leadPartyIds: string[] }

/**
 * The tasks of the list that would meet a finding: of its cluster, with its effect, for its thresholds, for the parties it is about.
 * In the order of the agreement's clusters.
 */
export function picksFor(
  body: AgreementBody,
  catalog: Catalog,
  { items }: Pick<Finding, 'items'>,
  step: Pick<PickStep, 'clusterId' | 'effect' | 'partyRole'>,
): TaskPick[] {
  const factors = items.filter((item) => catalog.factors.some(({ id }) => id === item))
  const clusterIds = clustersAsked(items, catalog, step.clusterId)
  const partyIds = partiesAsked(items, body, step.partyRole)
  const fits = ({ libraryTask, parties, taken }: Suggestion) =>
    taken.length === 0 &&
    parties.length > 0 &&
    (step.effect === null || libraryTask.effect === step.effect) &&
    (clusterIds.length === 0 || clusterIds.includes(libraryTask.clusterId)) &&
    (factors.length === 0 || libraryTask.factorIds.some((id) => factors.includes(id))) &&
    (partyIds === null || parties.some(({ id }) => partyIds.includes(id)))
  return suggestTasks(body, catalog).flatMap(({ clusterId, byFactor, others }) => {
    const all = new Set([...byFactor.flatMap(({ suggestions }) => suggestions), ...others])
    return [...all].filter(fits).map((suggestion) => ({
      suggestion,
      clusterId,
      leadPartyIds: leadersOf(suggestion, partyIds),
    }))
  })
}

function clustersAsked(items: readonly string[], catalog: Catalog, clusterId: string | null): string[] {
  const known = new Set(catalog.frameworks.flatMap(({ clusters }) => clusters.map(({ id }) => id)))
  return [...items.filter((item) => known.has(item)), ...(clusterId === null ? [] : [clusterId])]
}

/** Ids of the parties a task must be for; null when any will do. */
function partiesAsked(
  items: readonly string[],
  { parties }: AgreementBody,
  partyRole: string | null,
): string[] | null {
  const named = items.filter((item) => parties.some(({ id }) => id === item))
  if (named.length > 0) return named
  return partyRole === null ? null : parties.filter(({ role }) => role === partyRole).map(({ id }) => id)
}

function leadersOf({ parties }: Suggestion, partyIds: string[] | null): string[] {
  const all = parties.map(({ id }) => id)
  const asked = partyIds === null ? all : all.filter((id) => partyIds.includes(id))
  return asked.length > 0 ? asked : all
}
