import { describe, expect, test } from 'vitest'
import {
  makeAgreement,
  type NewAgreement,
  type StartingParty,
} from '../../../shared/template/make-agreement.ts'
import { normsFor, normsOf } from '../../../shared/template/norms.ts'
import { counter, readCatalog, readTemplate } from './files.ts'

const catalog = readCatalog()
const main = readTemplate('coop_youth')
const make = (start: Partial<NewAgreement> = {}, template = main) =>
  makeAgreement(template, catalog, { newId: counter(), today: '2026-11-21', ...start })

describe('parties', () => {
  test('without given parties there is one for each role of the template, without a name, called by its role', () => {
    expect(
      make().parties.map(({ role, name, shortName, requiredSignatories }) => [
        role,
        name,
        shortName,
        requiredSignatories,
      ]),
    ).toEqual([
      ['municipality', null, 'de gemeente', 1],
      ['youth_care_provider', null, 'de jeugdhulp', 1],
      ['migrant_organisation', null, 'de migrantenorganisatie', 1],
    ])
  })

  test('given parties take their place, and two of one role are not both called by the role', () => {
    const parties: StartingParty[] = [
      { role: 'migrant_organisation', name: 'Stichting A', shortName: 'A' },
      { role: 'migrant_organisation', name: 'Stichting B' },
      { role: 'municipality', name: 'Gemeente Weidehaven', city: 'Weidehaven' },
    ]
    expect(make({ parties }).parties.map(({ name, shortName, city }) => [name, shortName, city])).toEqual([
      ['Stichting A', 'A', null],
      ['Stichting B', null, null],
      ['Gemeente Weidehaven', 'de gemeente', 'Weidehaven'],
    ])
  })

  test('with two parties of one role the definitions say what the word of the role means', () => {
    const two: StartingParty[] = [
      { role: 'youth_care_provider' },
      { role: 'youth_care_provider' },
      { role: 'municipality' },
    ]
    const terms = (parties?: StartingParty[]) =>
      make({ parties }).definitions.map((definition) => definition.term)
    expect(terms()).not.toContain('De jeugdhulp')
    expect(terms(two)).toContain('De jeugdhulp')
  })
})

describe('title', () => {
  test('without an own title it stays open, so that it follows the pattern', () => {
    const body = make({ shortTitle: 'Samen dichtbij' })
    expect([body.title, body.citationTitle]).toEqual([null, 'Samenwerkingsovereenkomst Samen dichtbij'])
  })

  test('an own title is kept and is what the agreement is cited by', () => {
    const body = make({ title: 'Hand in hand' })
    expect([body.title, body.citationTitle]).toEqual(['Hand in hand', 'Hand in hand'])
  })

  test('fields left empty in a form count as not given', () => {
    const parties: StartingParty[] = [{ role: 'municipality', name: ' ', shortName: '', city: '' }]
    const body = make({ title: '', shortTitle: ' ', parties })
    expect([body.title, body.shortTitle, body.citationTitle]).toEqual([null, null, null])
    expect(body.parties[0]).toMatchObject({ name: null, shortName: 'de gemeente', city: null })
    expect(body.recitals[0]?.text).toBe('Jeugdhulp is er voor alle gezinnen.')
  })

  test('without any title there is none, not a pattern with a hole', () => {
    expect(make().citationTitle).toBeNull()
  })
})

describe('facts', () => {
  test('the defaults of the template stand at their places', () => {
    const body = make()
    expect(body.term).toMatchObject({ noticeMonths: 3, renewalType: 'by_decision' })
    expect(body.boundaries).toMatchObject({
      feedbackDays: 10,
      jointFamilyWorkAllowed: null,
      jointFamilyWorkMaxMonths: 6,
    })
    expect(body.privacy.registersEthnicOrigin).toBe(false)
    expect(body.privacy.sharesPersonalData).toBeNull()
  })

  test('a default that names a role is the party of that role', () => {
    const body = make()
    const municipality = body.parties.find((party) => party.role === 'municipality')
    expect(body.governance.directionPartyId).toBe(municipality?.id)
  })

  test('a default that names a role without a party stays open', () => {
    expect(make({ parties: [{ role: 'school' }] }).governance.directionPartyId).toBeNull()
  })

  test('records that begin for each party of a role are there once for each of them', () => {
    const parties: StartingParty[] = [{ role: 'migrant_organisation' }, { role: 'migrant_organisation' }]
    const body = make({ parties })
    const [first, second] = body.parties.map((party) => party.id)
    expect(body.safety.meldcode).toEqual([
      { partyId: first, status: 'own_procedure' },
      { partyId: second, status: 'own_procedure' },
    ])
    expect(body.safety.vog.map(({ partyId, renewAfterYears }) => [partyId, renewAfterYears])).toEqual([
      [first, 3],
      [second, 3],
    ])
  })

  test('the steps when something goes wrong begin with a conversation', () => {
    expect(make().disputes.steps.map((step) => step.kind)).toEqual([
      'conversation',
      'management',
      'mediation',
    ])
  })

  test('a recital shows the city when it is known and leaves it out when it is not', () => {
    const [unknown] = make().recitals
    const [known] = make({ parties: [{ role: 'municipality', city: 'Weidehaven' }] }).recitals
    expect(unknown?.text).toBe('Jeugdhulp is er voor alle gezinnen.')
    expect(known?.text).toBe('Jeugdhulp is er voor alle gezinnen in Weidehaven.')
  })

  test('suggested as binding are numbered articles only, so that the text can name their numbers', () => {
    const body = make()
    const numbered = body.articles.filter((article) => article.numbered).map((article) => article.key)
    expect(body.bindingArticleKeys.length).toBeGreaterThan(0)
    expect(body.bindingArticleKeys.filter((key) => !numbered.includes(key))).toEqual([])
  })
})

describe('yearly amounts', () => {
  test('those of the year of today are copied in', () => {
    const body = make({ today: '2026-01-01' })
    expect(body.norms).toMatchObject({
      year: 2026,
      volunteerHour: 5.75,
      volunteerYear: 2200,
      heavyWorkHoursPerMonth: 32,
    })
    expect(body.financing).toMatchObject({ normYear: 2026, currency: 'EUR' })
  })

  test.each([
    ['2025-12-31', 2025],
    ['2031-06-01', 2026],
    ['2019-06-01', 2024],
  ])('on %s they are those of %i', (day, year) => {
    expect(normsFor(catalog, day).year).toBe(year)
  })

  test('an agreement from outside without amounts gets those of the year of its budget, one with amounts keeps them', () => {
    const body = make()
    const blank = {
      ...body.norms,
      year: null,
      volunteerHour: null,
      volunteerHourUnder21: null,
      volunteerMonth: null,
    }
    const none = {
      ...blank,
      volunteerYear: null,
      minimumWagePerHour: null,
      heavyWorkHoursPerMonth: null,
      source: null,
    }
    const budget = { ...body.financing, normYear: 2025 }
    expect(normsOf({ norms: none, financing: budget }, catalog, '2026-11-21').volunteerHour).toBe(5.6)
    expect(
      normsOf({ norms: none, financing: { ...budget, normYear: null } }, catalog, '2026-11-21').year,
    ).toBe(2026)
    expect(
      normsOf({ norms: { ...none, volunteerHour: 4 }, financing: budget }, catalog, '2026-11-21')
        .volunteerHour,
    ).toBe(4)
  })

  test('a later change of the settings does not reach an agreement that was made', () => {
    const settings = structuredClone(catalog)
    const body = makeAgreement(main, settings, { newId: counter(), today: '2026-11-21' })
    for (const year of settings.norms.years) year.volunteerHour = 99
    expect(body.norms.volunteerHour).toBe(5.75)
  })
})

test('articles know the edition they came from, and annexes have their text', () => {
  const body = make()
  expect(body.articles[0]?.origin).toEqual({ templateId: 'coop_youth', edition: 1, key: 'parties' })
  expect(body.annexes.map((annex) => annex.kind)).toEqual([
    'budget',
    'tasks',
    'contacts',
    'conduct',
    'protocol',
    'summary',
  ])
  for (const annex of body.annexes)
    expect(annex.body.content.length, annex.kind ?? undefined).toBeGreaterThan(1)
})

test('the same template and ids give the same agreement', () => {
  expect(make()).toEqual(make())
})
