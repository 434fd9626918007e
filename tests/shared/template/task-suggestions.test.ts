import { describe, expect, test } from 'vitest'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { type Suggestion, suggestTasks, takenOver } from '../../../shared/template/task-suggestions.ts'
import { agreement } from '../../support/agreement.ts'
import { readCatalog } from './files.ts'

const catalog = readCatalog()
const parties = [
  { id: 'g', role: 'municipality' },
  { id: 'y', role: 'youth_care_provider' },
  { id: 'm', role: 'migrant_organisation' },
]
const youth = (parts: object = {}) => agreement({ clusterFrameworkId: 'youth_access', parties, ...parts })
const groupOf = (body: AgreementBody, clusterId: string) => {
  const found = suggestTasks(body, catalog).find((group) => group.clusterId === clusterId)
  if (!found) throw new Error(`no group ${clusterId}`)
  return found
}
const suggestionOf = (body: AgreementBody, id: string): Suggestion => {
  const all = suggestTasks(body, catalog).flatMap(({ byFactor, others }) => [
    ...byFactor.flatMap(({ suggestions }) => suggestions),
    ...others,
  ])
  const found = all.find(({ libraryTask }) => libraryTask.id === id)
  if (!found) throw new Error(`no suggestion ${id}`)
  return found
}

describe('what can be picked', () => {
  test('without chosen thresholds every task of the list stands once, in its cluster', () => {
    const groups = suggestTasks(youth(), catalog)
    expect(groups.map(({ clusterId }) => clusterId)).toEqual(['awareness', 'trust', 'quality', 'enabling'])
    expect(groups.flatMap(({ byFactor }) => byFactor)).toEqual([])
    expect(
      groups
        .flatMap(({ others }) => others)
        .map(({ libraryTask }) => libraryTask.id)
        .sort(),
    ).toEqual(catalog.tasks.map(({ id }) => id).sort())
  })

  test('chosen thresholds come first, the most urgent one on top, with what helps; the rest stays within reach', () => {
    const focusFactors = [
      { factorId: 'F05', priority: 'low' },
      { factorId: 'F02', priority: 'high', reason: 'Veel ouders alleen' },
      { factorId: 'F12', priority: 'high' },
    ]
    const { byFactor, others } = groupOf(youth({ focusFactors }), 'awareness')
    expect(byFactor.map(({ factorId }) => factorId)).toEqual(['F02', 'F05'])
    expect(byFactor[0]).toMatchObject({ priority: 'high', reason: 'Veel ouders alleen' })
    for (const { factorId, suggestions } of byFactor) {
      expect(suggestions.length).toBeGreaterThan(0)
      expect(suggestions.every(({ libraryTask }) => libraryTask.factorIds.includes(factorId))).toBe(true)
    }
    expect(
      others.some(({ libraryTask }) => libraryTask.factorIds.some((id) => ['F02', 'F05'].includes(id))),
    ).toBe(false)
  })

  test('own programme lines show what belongs to the cluster they are linked to; a line without one shows nothing', () => {
    const body = agreement({
      clusterFrameworkId: 'programme_lines',
      parties,
      customClusters: [
        { id: 'line1', labelNl: 'Eén loket', linkedClusterId: 'trust' },
        { id: 'line2', labelNl: 'Anders' },
      ],
      focusFactors: [{ factorId: 'F09', priority: 'high' }],
    })
    const groups = suggestTasks(body, catalog)
    expect(groups.map(({ clusterId, label }) => [clusterId, label])).toEqual([
      ['line1', 'Eén loket'],
      ['line2', 'Anders'],
    ])
    expect(groups[0]?.byFactor.map(({ factorId }) => factorId)).toEqual(['F09'])
    expect(groups[1]).toMatchObject({ byFactor: [], others: [] })
  })

  test('the clusters of the covenant have no examples, and say where volunteers have no task', () => {
    const groups = suggestTasks(agreement({ clusterFrameworkId: 'honour_violence', parties }), catalog)
    expect(groups.map(({ others }) => others.length)).toEqual([0, 0, 0, 0])
    expect(groups.find(({ clusterId }) => clusterId === 'hv_protect')?.professionalsOnly).toBe(true)
  })

  test('a task is for the parties of its role, one done together for all; who left is not asked', () => {
    const more = [
      ...parties,
      { id: 'm2', role: 'migrant_organisation' },
      { id: 'm3', role: 'migrant_organisation', leftOn: '2027-01-01' },
    ]
    const body = youth({ parties: more })
    expect(suggestionOf(body, 'T4-A-M1').parties.map(({ id }) => id)).toEqual(['m', 'm2'])
    expect(suggestionOf(body, 'AD-A-J1').parties.map(({ id }) => id)).toEqual(['g', 'y', 'm', 'm2'])
  })

  test('what is taken is marked with who leads it, and its counterpart tells; a dropped task is free again', () => {
    const tasks = [{ id: 't', libraryTaskId: 'T4-Q-Y5', leadPartyId: 'y' }]
    expect(suggestionOf(youth({ tasks }), 'T4-Q-Y5').taken).toEqual([{ taskId: 't', leadPartyId: 'y' }])
    expect(suggestionOf(youth({ tasks }), 'T4-Q-M3').counterparts).toMatchObject([{ isTaken: true }])
    const dropped = tasks.map((task) => ({ ...task, status: 'dropped' }))
    expect(suggestionOf(youth({ tasks: dropped }), 'T4-Q-Y5').taken).toEqual([])
    expect(suggestionOf(youth({ tasks: dropped }), 'T4-Q-M3').counterparts).toMatchObject([
      { isTaken: false },
    ])
  })
})

describe('a task that is taken over', () => {
  test('starts with all the list knows, led by the party of its role, proposed by who took it over', () => {
    expect(takenOver(suggestionOf(youth(), 'T4-A-M5'), 'awareness', 'm', 'g')).toEqual({
      libraryTaskId: 'T4-A-M5',
      title: 'Gezinnen zonder steun van familie bijstaan als vervangend netwerk',
      clusterId: 'awareness',
      factorIds: ['F02'],
      kind: 'support',
      effect: 'support_families',
      leadPartyId: 'm',
      partyIds: ['m'],
      proposedByPartyId: 'g',
      status: 'proposed',
    })
  })

  test('is of everybody when it is done together, also before somebody leads it', () => {
    const found = takenOver(suggestionOf(youth(), 'AD-E-J1'), 'enabling', null, null)
    expect(found).toMatchObject({ leadPartyId: null, partyIds: ['g', 'y', 'm'], proposedByPartyId: null })
  })
})
