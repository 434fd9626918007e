import { describe, expect, test } from 'vitest'
import { body, items, mo, mun, type Parts, ycp } from './items.ts'

/** What the triggers do not reach: limits, the parts of a rule, people who left, facts that nobody gave yet. */

describe('parties that left and tasks that were dropped', () => {
  const task = { id: 't1', partyIds: ['mo'], leadPartyId: null }

  test('are not judged', () => {
    const left = mo({ leftOn: '2027-01-01' })
    expect(items('support_base_described', body({ parties: [mo()] }))).toEqual(['mo'])
    expect(items('support_base_described', body({ parties: [left] }))).toEqual([])
    expect(items('task_has_owner', body({ tasks: [task] }))).toEqual(['t1'])
    expect(items('task_has_owner', body({ tasks: [{ ...task, status: 'dropped' }] }))).toEqual([])
  })
})

describe('volunteer allowance', () => {
  const allowance = (parts: Parts) =>
    items(
      'allowance_within_norm',
      body({ financing: { normYear: 2026, lines: [{ id: 'l', kind: 'volunteer_allowance', ...parts }] } }),
    )

  test('a rate at the norm is fine, a cent more is not', () => {
    expect(allowance({ ratePerHour: 5.75 })).toEqual([])
    expect(allowance({ ratePerHour: 5.76 })).toEqual(['l'])
  })

  test('expenses paid beside it count for the month', () => {
    const month = { ratePerHour: 5, hoursPerPersonMonth: 30, months: 6 }
    expect(allowance({ ...month, expensesPerPersonMonth: 70 })).toEqual([])
    expect(allowance({ ...month, expensesPerPersonMonth: 71 })).toEqual(['l'])
  })

  test('a year of months within the norm can still be above that of the year', () => {
    const month = { ratePerHour: 5, hoursPerPersonMonth: 40 }
    expect(allowance({ ...month, months: 11 })).toEqual([])
    expect(allowance({ ...month, months: 12 })).toEqual(['l'])
    expect(allowance({ ...month, months: null })).toEqual(['l'])
    expect(allowance({ ratePerHour: 4.5, hoursPerPersonMonth: 40, months: 24 })).toEqual([])
  })

  test('the norms are those of the year of the agreement', () => {
    const financing = { normYear: 2024, lines: [{ id: 'l', kind: 'volunteer_allowance', ratePerHour: 5.75 }] }
    expect(items('allowance_within_norm', body({ financing }))).toEqual(['l'])
  })
})

describe('task owner', () => {
  const owner = (parts: Parts) => items('task_has_owner', body({ tasks: [{ id: 't', ...parts }] }))

  test('a lead that does not take part is none', () => {
    expect(owner({ partyIds: ['mo'], leadPartyId: 'mo' })).toEqual([])
    expect(owner({ partyIds: ['mo'], leadPartyId: 'ycp' })).toEqual(['t'])
    expect(owner({ partyIds: [], leadPartyId: 'mo' })).toEqual(['t'])
  })
})

test('a programme line that belongs to a cluster counts for that cluster', () => {
  const tasks = [{ id: 't', clusterId: 'line', partyIds: [] }]
  const line = (linkedClusterId: string) => body({ tasks, customClusters: [{ id: 'line', linkedClusterId }] })
  expect(items('quality_cluster_has_tasks', line('quality'))).toEqual([])
  expect(items('quality_cluster_has_tasks', line('trust'))).toEqual(['quality'])
})

describe('dates', () => {
  const term = { startDate: '2027-01-01', endDate: '2027-12-31' }
  const due = (dueDate: string) => items('dates_in_order', body({ term, tasks: [{ id: 't', dueDate }] }))

  test('a task may close up to three months after the end, not before the start', () => {
    expect(due('2027-01-01')).toEqual([])
    expect(due('2026-12-31')).toEqual(['t'])
    expect(due('2028-03-31')).toEqual([])
    expect(due('2028-04-01')).toEqual(['t'])
  })

  test('without a start nobody can be early, and an end alone is not backwards', () => {
    const moments = [{ id: 'e', date: '2020-01-01' }]
    const lone = body({ term: { endDate: '2027-12-31' }, evaluation: { moments } })
    expect(items('dates_in_order', lone)).toEqual([])
  })

  test('a full calendar year is long enough, a day less is not', () => {
    expect(items('duration_at_least_a_year', body({ term }))).toEqual([])
    const short = { ...term, endDate: '2027-12-30' }
    expect(items('duration_at_least_a_year', body({ term: short }))).toEqual(['term'])
    expect(items('duration_at_least_a_year', body({ term: { ...short, indefinite: true } }))).toEqual([])
  })

  test('an interim evaluation is asked when the term is long or the first is late', () => {
    const evaluated = (startDate: string, kind: string) =>
      items(
        'interim_evaluation',
        body({
          term: { startDate, endDate: '2029-12-31' },
          evaluation: { moments: [{ id: 'e', kind, date: '2028-01-01' }] },
        }),
      )
    expect(evaluated('2027-01-01', 'annual')).toEqual([])
    expect(evaluated('2027-01-01', 'final')).toEqual(['evaluation'])
    expect(evaluated('2026-12-31', 'annual')).toEqual(['evaluation'])
  })
})

describe('money', () => {
  test('a line may differ a euro from its product, not more; with a factor missing it is not computed', () => {
    const line = { id: 'l', persons: 2, months: 10, hoursPerPersonMonth: 10, ratePerHour: 5 }
    const computed = (parts: Parts) =>
      items('lines_computed_right', body({ financing: { lines: [{ ...line, ...parts }] } }))
    expect(computed({ amount: 1001 })).toEqual([])
    expect(computed({ amount: 1002 })).toEqual(['l'])
    expect(computed({ amount: 1200, expensesPerPersonMonth: 10 })).toEqual([])
    expect(computed({ amount: 5, months: null })).toEqual([])
    expect(computed({ amount: 5, persons: null })).toEqual([])
  })

  test('a contribution in kind is no second funder, and a second fund is', () => {
    const funded = (...sources: Parts[]) =>
      items(
        'more_than_one_funder',
        body({ financing: { sources: sources.map((s, at) => ({ id: `s${at}`, ...s })) } }),
      )
    const city = { partyId: 'mun', amount: 100 }
    expect(funded(city, { partyId: 'ycp', amount: 50, inKind: true })).toEqual(['mun'])
    expect(funded(city, { funderName: 'Fonds', amount: 50 })).toEqual([])
    expect(funded({ ...city, amount: 0 })).toEqual([])
  })

  test('the first dated payment counts, whichever stands first', () => {
    const payments = [
      { id: 'late', toPartyId: 'mo', dueDate: '2027-06-01' },
      { id: 'none', toPartyId: 'mo' },
      { id: 'early', toPartyId: 'mo', dueDate: '2027-01-15' },
    ]
    const paid = (list: Parts[]) =>
      items(
        'payment_in_advance',
        body({ parties: [mo()], term: { startDate: '2027-01-01' }, financing: { payments: list } }),
      )
    expect(paid(payments)).toEqual([])
    expect(paid(payments.slice(0, 2))).toEqual(['mo'])
    expect(paid(payments.slice(1, 2))).toEqual([])
  })

  test('paid work below the minimum wage is named, the wage itself is fine', () => {
    const paid = (ratePerHour: number) =>
      items(
        'paid_work_at_least_minimum_wage',
        body({
          financing: { normYear: 2026, lines: [{ id: 'l', kind: 'paraprofessional_fee', ratePerHour }] },
        }),
      )
    expect(paid(14.7)).toEqual(['l'])
    expect(paid(14.71)).toEqual([])
  })

  test('a light account is asked only where the sum is below the limit of the settings', () => {
    const asked = (amount: number) =>
      items(
        'light_accountability',
        body({
          parties: [mo()],
          financing: {
            lines: [{ id: 'l', partyId: 'mo', amount }],
            accountability: [{ id: 'a', partyId: 'mo', form: 'audited' }],
          },
        }),
      )
    expect(asked(24_999)).toEqual(['mo'])
    expect(asked(25_000)).toEqual([])
  })
})

describe('safety and privacy', () => {
  const code = (parts: Parts) => {
    const meldcode = [{ partyId: 'mo', ...parts }]
    return items('meldcode_or_signal_procedure', body({ parties: [mo()], safety: { meldcode } }))
  }

  test('a migrant organisation may have its own procedure; an unanswered one is none', () => {
    expect(code({ status: 'own_procedure' })).toEqual([])
    expect(code({ status: 'statutory' })).toEqual([])
    expect(code({ status: 'none' })).toEqual(['mo'])
    expect(code({ status: null })).toEqual(['mo'])
  })

  test('a provider must have the statutory code', () => {
    const safety = { meldcode: [{ partyId: 'ycp', status: 'own_procedure' }] }
    expect(items('meldcode_or_signal_procedure', body({ parties: [ycp], safety }))).toEqual(['ycp'])
  })

  test('whether data are shared must be answered; no is an answer, yes asks for roles', () => {
    const shares = (sharesPersonalData: boolean | null) =>
      items('privacy_roles_set', body({ privacy: { sharesPersonalData } }))
    expect(shares(null)).toEqual(['shares_personal_data'])
    expect(shares(false)).toEqual([])
    expect(shares(true)).toEqual(['roles'])
  })

  test('care by migrant organisations alone is named, a professional lead takes it away', () => {
    const care = (leadPartyId: string, partyIds: string[]) =>
      items(
        'no_care_by_volunteers',
        body({ parties: [mo(), ycp], tasks: [{ id: 't', kind: 'care', leadPartyId, partyIds }] }),
      )
    expect(care('mo', ['mo', 'ycp'])).toEqual(['t'])
    expect(care('ycp', ['mo'])).toEqual(['t'])
    expect(care('ycp', ['mo', 'ycp'])).toEqual([])
  })
})

describe('people', () => {
  const contact = (id: string, roles: string[]) => ({ id, partyId: 'mun', roles, phone: '1' })

  test('one person who is both coordinator and deputy is one', () => {
    const contacts = (...list: Parts[]) =>
      items('two_contacts_per_party', body({ parties: [mun], contacts: list }))
    expect(contacts(contact('a', ['coordinator', 'deputy']))).toEqual(['mun'])
    expect(contacts(contact('a', ['coordinator']), contact('b', ['deputy']))).toEqual([])
  })

  test('without a municipality there is nobody to ask as executive', () => {
    expect(items('municipal_executive_contact', body({}))).toEqual(['no_municipality'])
  })

  test('as many signatories as the party needs, each with name and position', () => {
    const signing = (required: number | null, ...signatories: Parts[]) =>
      items(
        'authorised_signatories',
        body({ parties: [{ ...mun, requiredSignatories: required }], signatories }),
      )
    const one = { id: 's1', partyId: 'mun', name: 'A', position: 'B' }
    expect(signing(null, one)).toEqual([])
    expect(signing(2, one)).toEqual(['mun'])
    expect(signing(2, one, { ...one, id: 's2', position: null })).toEqual(['mun'])
    expect(signing(2, one, { ...one, id: 's2' })).toEqual([])
  })
})

describe('the record', () => {
  test('a proposal or comment that is open holds back signing', () => {
    expect(items('no_open_items', body({}), { openItems: { comments: 0, proposals: 1 } })).toEqual([
      'open_items',
    ])
    expect(items('no_open_items', body({}))).toEqual([])
  })

  test('one migrant organisation that wrote along is enough', () => {
    const parties = [mo(), mo({ id: 'mo2' })]
    expect(items('migrant_org_co_drafts', body({ parties }))).toEqual(['mo', 'mo2'])
    expect(items('migrant_org_co_drafts', body({ parties }), { coDrafterPartyIds: ['mo2'] })).toEqual([])
  })

  test('empty places are named as the record names them', () => {
    const unresolvedPlaceholders = ['{{start_date}}', 'goal']
    expect(items('no_empty_placeholders', body({}), { unresolvedPlaceholders })).toEqual(
      unresolvedPlaceholders,
    )
  })
})

test('text of spaces alone is as good as none', () => {
  expect(items('urgent_route', body({ boundaries: { urgentText: ' \n' } }))).toEqual(['urgent_text'])
})

test('shape of the dispute: the first step in the list is the first step', () => {
  const steps = [
    { id: 'd1', kind: 'court' },
    { id: 'd2', kind: 'conversation' },
  ]
  expect(items('talk_first_on_dispute', body({ disputes: { steps } }))).toEqual(['disputes'])
  expect(items('talk_first_on_dispute', body({ disputes: { steps: steps.toReversed() } }))).toEqual([])
})

describe('subsidy', () => {
  const subsidy = (slug: string, parts: Parts) =>
    items(slug, body({ financing: { sources: [{ id: 's', kind: 'subsidy', amount: 10, ...parts }] } }))

  test('from three years on, stopping is agreed on', () => {
    expect(subsidy('subsidy_ends_gently', { forYears: 3 })).toEqual(['s'])
    expect(subsidy('subsidy_ends_gently', { forYears: 2.5 })).toEqual([])
  })

  test('one without an amount needs no decision', () => {
    expect(subsidy('subsidy_needs_decision', {})).toEqual(['s'])
    expect(subsidy('subsidy_needs_decision', { amount: 0 })).toEqual([])
    expect(subsidy('subsidy_needs_decision', { kind: 'fund' })).toEqual([])
  })
})

test('an end date is enough to know how to stop, unless the agreement has no end', () => {
  const ending = (term: Parts) => items('end_or_notice', body({ term }))
  expect(ending({ endDate: '2027-12-31' })).toEqual([])
  expect(ending({ endDate: '2027-12-31', indefinite: true })).toEqual(['term'])
  expect(ending({ indefinite: true, noticeMonths: 3 })).toEqual([])
  expect(ending({ indefinite: true, noticeMonths: 0 })).toEqual(['term'])
})
