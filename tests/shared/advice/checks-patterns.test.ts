import { describe, expect, test } from 'vitest'
import { body, items, mo, type Parts, ycp } from './items.ts'

/** Rules that look at several records at once: what makes a pattern, and what breaks it. */

describe('the chosen thresholds', () => {
  const focused = (...focusFactors: Parts[]) => items('look_at_own_side', body({ focusFactors }))

  test('one at the side of the service is enough, unless it has low priority', () => {
    const families = { factorId: 'F10', priority: 'high' }
    expect(focused(families, { factorId: 'F11', priority: 'medium' })).toEqual([])
    expect(focused(families, { factorId: 'F11', priority: 'low' })).toEqual(['focus_factors'])
    expect(focused({ ...families, priority: 'low' })).toEqual([])
  })

  test('one score by one party of a side is enough for that side', () => {
    const scored = (scores: Parts) =>
      items(
        'both_sides_scored',
        body({
          parties: [mo(), mo({ id: 'mo2' }), ycp],
          focusFactors: [{ factorId: 'F01' }, { factorId: 'F02' }],
          factorScores: { F02: scores },
        }),
      )
    expect(scored({ mo2: 3, ycp: 4 })).toEqual([])
    expect(scored({ ycp: 4 })).toEqual(['mo'])
    expect(scored({ mo: 4 })).toEqual(['ycp'])
  })
})

describe('legal status', () => {
  const status = (legalStatus: string, payment: Parts, bindingArticleKeys: string[] = []) =>
    items(
      'legal_status_consistent',
      body({ legalStatus, bindingArticleKeys, financing: { payments: [{ id: 'b', ...payment }] } }),
    )

  test('an intention does not go with an amount on a date; either alone is no promise', () => {
    expect(status('intent', { amount: 10, dueDate: '2027-01-01' })).toEqual(['legal_status'])
    expect(status('intent', { amount: 10 })).toEqual([])
    expect(status('intent', { amount: 0, dueDate: '2027-01-01' })).toEqual([])
    expect(status('binding', { amount: 10, dueDate: '2027-01-01' })).toEqual([])
  })

  test('a mixed one says which articles bind', () => {
    expect(status('mixed', {})).toEqual(['binding_article_keys'])
    expect(status('mixed', {}, ['privacy'])).toEqual([])
  })
})

describe('money to a group that is not registered', () => {
  const group = (financing: Parts, legalForm = 'informal_association') =>
    items('no_money_to_unregistered_group', body({ parties: [mo({ legalForm })], financing }))

  test('is named for a line with an amount and for a payment, not for an empty line', () => {
    expect(group({ lines: [{ id: 'l', partyId: 'mo', amount: 1 }] })).toEqual(['mo'])
    expect(group({ lines: [{ id: 'l', partyId: 'mo', amount: 0 }] })).toEqual([])
    expect(group({ payments: [{ id: 'b', toPartyId: 'mo' }] })).toEqual(['mo'])
    expect(group({ payments: [{ id: 'b', toPartyId: 'mo' }] }, 'foundation')).toEqual([])
  })
})

describe('tasks of the migrant organisation', () => {
  const parties = [mo(), ycp]
  const task = (id: string, parts: Parts) => ({ id, partyIds: ['mo'], leadPartyId: 'mo', ...parts })

  test('two that bring families are a pattern, one is a beginning, another kind breaks it', () => {
    const refers = (...tasks: Parts[]) => items('not_only_referral', body({ parties, tasks }))
    const leadIn = task('a', { effect: 'lead_in' })
    expect(refers(leadIn)).toEqual([])
    expect(refers(leadIn, task('b', { kind: 'referral' }))).toEqual(['mo'])
    expect(refers(leadIn, task('b', { effect: 'improve_service' }))).toEqual([])
  })

  test('hours count for the lead alone, and up to the capacity', () => {
    const busy = (hours: number, leadPartyId: string) =>
      items(
        'hours_fit_capacity',
        body({
          parties: [mo({ capacityHoursPerMonth: 20 })],
          tasks: [task('a', { hoursPerMonth: 10 }), task('b', { hoursPerMonth: hours, leadPartyId })],
        }),
      )
    expect(busy(10, 'mo')).toEqual([])
    expect(busy(11, 'mo')).toEqual(['mo'])
    expect(busy(11, 'ycp')).toEqual([])
  })

  test('who proposed them tells something from four tasks on', () => {
    const proposed = (...by: string[]) => {
      const tasks = by.map((proposedByPartyId, at) => task(`t${at}`, { proposedByPartyId }))
      return items('bottom_up_content', body({ parties, tasks }))
    }
    expect(proposed('ycp', 'ycp', 'ycp')).toEqual([])
    expect(proposed('ycp', 'ycp', 'ycp', 'ycp')).toEqual(['no_task_from_migrant_organisation'])
    expect(proposed('mo', 'mo', 'mo', 'mo')).toEqual(['all_tasks_from_mo'])
    expect(proposed('ycp', 'mo', 'ycp', 'ycp')).toEqual([])
  })

  test('three on one name are too many for one person, two are not', () => {
    const named = (...contactIds: string[]) => {
      const tasks = contactIds.map((contactId, at) => task(`t${at}`, { contactId }))
      return items('tasks_not_on_one_person', body({ parties, tasks }))
    }
    expect(named('c', 'c')).toEqual([])
    expect(named('c', 'c', 'c')).toEqual(['mo'])
    expect(named('c', 'c', 'd')).toEqual([])
  })
})

describe('meetings', () => {
  const meeting = {
    id: 'o',
    kind: 'coordinators',
    format: 'hybrid',
    frequencyPerYear: 4,
    partyIdsAlways: ['mo'],
  }
  const volunteers = mo({ isVolunteerOrganisation: true })
  const met = (slug: string, parts: Parts) =>
    items(slug, body({ parties: [volunteers], meetings: [{ ...meeting, ...parts }] }))

  test('four times a year, partly in person, is regular', () => {
    expect(met('regular_personal_contact', {})).toEqual([])
    expect(met('regular_personal_contact', { frequencyPerYear: 3 })).toEqual(['meetings'])
    expect(met('regular_personal_contact', { format: 'online' })).toEqual(['meetings'])
    expect(met('regular_personal_contact', { kind: 'steering' })).toEqual(['meetings'])
  })

  test('as many as the settings allow is a load that can be borne, one more is not', () => {
    expect(met('meeting_load', { frequencyPerYear: 24 })).toEqual([])
    expect(met('meeting_load', { frequencyPerYear: 25 })).toEqual(['mo'])
    expect(met('meeting_load', { frequencyPerYear: 25, partyIdsAlways: [] })).toEqual([])
  })

  test('at their place or by turns is with them', () => {
    expect(met('meet_at_their_place', { locationPartyId: 'mo' })).toEqual([])
    expect(met('meet_at_their_place', { locationPartyId: 'rotating' })).toEqual([])
    expect(met('meet_at_their_place', { locationPartyId: 'mun' })).toEqual(['meetings'])
  })
})
