import type { AgreementBody } from '../agreement/agreement.ts'
import type { Contact, Party, PartyRole } from '../agreement/party.ts'
import type { AgreementRecord } from '../agreement/record.ts'
import type { Task } from '../agreement/task.ts'
import { type FreeText, freeTextsOf } from './free-texts.ts'
import { dayAfter, monthsBetween } from './months.ts'
import type { AdviceSettings } from './settings.ts'

/** What the checks read of the server's record. */
export type AdviceRecord = Pick<AgreementRecord, 'unresolvedPlaceholders' | 'openItems' | 'coDrafterPartyIds'>

/** One agreement as the checks look at it: worked out once for a whole run. Domain pack, conditions.json, helpers. */
export type Facts = {
  body: AgreementBody
  record: AdviceRecord
  settings: AdviceSettings
  /** Parties that have not left. */
  parties: readonly Party[]
  municipalities: readonly Party[]
  providers: readonly Party[]
  migrantOrganisations: readonly Party[]
  isMigrantOrganisation(partyId: string | null): boolean
  isProvider(partyId: string | null): boolean
  isMunicipality(partyId: string | null): boolean
  /** Tasks that are not dropped. */
  tasks: readonly Task[]
  tasksOf(partyId: string): readonly Task[]
  tasksLedBy(partyId: string): readonly Task[]
  contactsOf(partyId: string): readonly Contact[]
  /** The task's cluster, or the one that its programme line belongs to. */
  clusterOf(task: Task): string | null
  /** Length of the term, the end date included; null when a date is missing. */
  termMonths: number | null
  freeTexts: readonly FreeText[]
}

/** Gathers the facts of one agreement. The body is canonical: no field is undefined. */
export function gatherFacts(body: AgreementBody, record: AdviceRecord, settings: AdviceSettings): Facts {
  const parties = body.parties.filter((party) => !party.leftOn)
  const tasks = body.tasks.filter((task) => task.status !== 'dropped')
  return {
    body,
    record,
    settings,
    ...byRole(parties),
    ...lookUps(body, tasks),
    parties,
    tasks,
    termMonths: termMonthsOf(body),
    freeTexts: freeTextsOf(body, tasks),
  }
}

function byRole(parties: readonly Party[]) {
  const inRole = (role: PartyRole) => parties.filter((party) => party.role === role)
  const municipalities = inRole('municipality')
  const providers = inRole('youth_care_provider')
  const migrantOrganisations = inRole('migrant_organisation')
  return {
    municipalities,
    providers,
    migrantOrganisations,
    isMunicipality: isAmong(municipalities),
    isProvider: isAmong(providers),
    isMigrantOrganisation: isAmong(migrantOrganisations),
  }
}

function isAmong(parties: readonly Party[]): (partyId: string | null) => boolean {
  const ids = new Set<string | null>(parties.map((party) => party.id))
  return (partyId) => ids.has(partyId)
}

function lookUps(body: AgreementBody, tasks: readonly Task[]) {
  const byParty = grouped(tasks, (task) => task.partyIds)
  const byLead = grouped(tasks, (task) => [task.leadPartyId])
  const contacts = grouped(body.contacts, (contact) => [contact.partyId])
  const linked = new Map(body.customClusters.map((line) => [line.id, line.linkedClusterId]))
  return {
    tasksOf: (partyId: string) => byParty.get(partyId) ?? [],
    tasksLedBy: (partyId: string) => byLead.get(partyId) ?? [],
    contactsOf: (partyId: string) => contacts.get(partyId) ?? [],
    clusterOf: ({ clusterId }: Task) =>
      clusterId !== null && linked.has(clusterId) ? (linked.get(clusterId) ?? null) : clusterId,
  }
}

function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly (string | null)[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      if (key === null) continue
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}

function termMonthsOf({ term }: AgreementBody): number | null {
  return term.startDate && term.endDate ? monthsBetween(term.startDate, dayAfter(term.endDate)) : null
}
