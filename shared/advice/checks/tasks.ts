import type { Party } from '../../agreement/party.ts'
import type { Task } from '../../agreement/task.ts'
import type { Facts } from '../facts.ts'
import { type Check, offence, when } from '../offence.ts'

/** Who does what. Domain pack, agreement.md 3.10. */
export const TASK_CHECKS = {
  task_has_owner: ({ tasks }) =>
    tasks
      .filter(({ leadPartyId, partyIds }) => !leadPartyId || !partyIds.includes(leadPartyId))
      .map(({ id, leadPartyId, partyIds }) =>
        offence(id, `tasks.${id}.${leadPartyId ? 'partyIds' : 'leadPartyId'}`, [leadPartyId, partyIds]),
      ),

  task_has_time: ({ tasks }) =>
    tasks
      .filter((task) => !task.dueDate && !task.frequency?.trim())
      .map((task) => offence(task.id, [`tasks.${task.id}.dueDate`, `tasks.${task.id}.frequency`])),

  no_care_by_volunteers: (facts) =>
    facts.tasks
      .filter((task) => task.kind === 'care' || task.kind === 'safety')
      .filter((task) => facts.isMigrantOrganisation(task.leadPartyId) || isForVolunteersAlone(facts, task))
      .map(({ id, kind, leadPartyId, partyIds }) =>
        offence(id, `tasks.${id}.leadPartyId`, [kind, leadPartyId, partyIds]),
      ),

  hours_fit_capacity: (facts) =>
    facts.parties.flatMap((party) => {
      const capacity = party.capacityHoursPerMonth ?? 0
      const led = facts.tasksLedBy(party.id).filter((task) => task.hoursPerMonth)
      const hours = led.reduce((total, task) => total + (task.hoursPerMonth ?? 0), 0)
      const at = [...led.map((task) => `tasks.${task.id}.hoursPerMonth`)]
      return when(capacity > 0 && hours > capacity, party.id, at, { hours, capacity })
    }),

  support_for_volunteers: (facts) => {
    const { tasks, body } = facts
    const works = facts.migrantOrganisations.some((party) => facts.tasksOf(party.id).length > 0)
    const learns = tasks.some(({ kind }) => kind === 'learning')
    const trains = body.financing.lines.some(({ kind }) => kind === 'training')
    return when(works && !learns && !trains, 'training', ['tasks', 'financing.lines'])
  },

  not_only_referral: (facts) =>
    facts.migrantOrganisations
      .filter((party) => isAskedToReferOnly(facts, party))
      .map((party) => offence(party.id, 'tasks', effectsOf(facts.tasksOf(party.id)))),

  quality_cluster_has_tasks: (facts) => when(inCluster(facts, 'quality').length === 0, 'quality', 'tasks'),

  all_clusters_covered: (facts) =>
    COUNTED_CLUSTERS.filter((cluster) => inCluster(facts, cluster).length === 0).map((cluster) =>
      offence(cluster, 'tasks'),
    ),

  provider_leads_quality: (facts) => {
    const tasks = inCluster(facts, 'quality')
    const leads = tasks.map((task) => task.leadPartyId)
    const lacks = tasks.length > 0 && facts.providers.length > 0 && !leads.some(facts.isProvider)
    const at = tasks.map((task) => `tasks.${task.id}.leadPartyId`)
    return when(lacks, 'quality', at, leads)
  },

  advice_role_for_migrant_org: (facts) => {
    const improving = facts.tasks.filter((task) => task.effect === 'improve_service')
    const takesPart = improving.some((task) => task.partyIds.some(facts.isMigrantOrganisation))
    const saw = improving.map(({ id, partyIds }) => [id, partyIds])
    return when(facts.migrantOrganisations.length > 0 && !takesPart, 'improve_service', 'tasks', saw)
  },
} satisfies Record<string, Check>

/** The clusters where thresholds lie; `enabling` only makes the others possible. Domain pack, clusters.json. */
const COUNTED_CLUSTERS = ['awareness', 'trust', 'quality']
/** One task of a kind is a beginning; from two on it is a pattern. */
const A_PATTERN = 2

function inCluster({ tasks, clusterOf }: Facts, cluster: string): Task[] {
  return tasks.filter((task) => clusterOf(task) === cluster)
}

function isForVolunteersAlone(facts: Facts, { partyIds }: Task): boolean {
  return partyIds.every(facts.isMigrantOrganisation)
}

function isAskedToReferOnly(facts: Facts, party: Party): boolean {
  const tasks = facts.tasksOf(party.id)
  const refers = ({ effect, kind }: Task) => effect === 'lead_in' || kind === 'referral'
  return tasks.length >= A_PATTERN && tasks.every(refers)
}

function effectsOf(tasks: readonly Task[]): unknown {
  return tasks.map(({ id, effect, kind }) => [id, effect, kind])
}
