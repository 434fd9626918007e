import { describe, expect, test } from 'vitest'
import { completeness } from '../../../shared/advice/completeness.ts'
import { findFindings } from '../../../shared/advice/find-findings.ts'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { AgreementRecord } from '../../../shared/agreement/record.ts'
import { maybeFieldAt } from '../../../shared/document/address.ts'
import { articlesFromTemplate } from '../../../shared/template/articles-from-template.ts'
import { ADVICE, SETTINGS } from '../../support/advice.ts'
import { agreement, clauses } from '../../support/agreement.ts'
import { exampleJson } from '../../support/examples.ts'
import { bodyAndRecord } from '../../support/rule-triggers.ts'
import { counter, readTemplate } from '../template/files.ts'

type Record = Pick<AgreementRecord, 'unresolvedPlaceholders' | 'clauseAgreements'>
const RECORD: Record = { unresolvedPlaceholders: [], clauseAgreements: [] }

const ofExample = (name: string) => {
  const { body: facts, record } = bodyAndRecord(exampleJson(name))
  const body: AgreementBody = {
    ...facts,
    ...articlesFromTemplate(readTemplate(facts.templateId ?? ''), facts, counter()),
  }
  const findings = findFindings(body, record, SETTINGS, ADVICE.rules)
  return { body, result: completeness(body, { ...RECORD, ...record }, findings) }
}

describe('the examples', () => {
  test('example 01 is ready: no gap, no finding, in no article and with no party', () => {
    const { result } = ofExample('01-weidehaven-samenwerkingsovereenkomst')
    const parts = [...result.articles, ...result.parties, result.beforeAgreeing, result.beforeSigning]
    expect(parts.flatMap((part) => part.gaps)).toEqual([])
    expect(parts.flatMap((part) => part.findings)).toEqual([])
  })

  test('example 02 says what holds back agreeing, and what holds back signing', () => {
    const { result } = ofExample('02-lindenveen-projectafspraak')
    const slugs = (part: { findings: { slug: string }[] }) => part.findings.map(({ slug }) => slug)
    expect(slugs(result.beforeAgreeing)).toEqual(['meldcode_or_signal_procedure'])
    expect(slugs(result.beforeSigning)).toEqual(['no_open_items', 'no_empty_placeholders'])
    expect(result.beforeSigning.gaps).toContainEqual({
      kind: 'placeholder',
      address: 'safety.insuranceText',
      name: 'insurance',
      before: 'before_signing',
    })
  })

  test('each finding of example 02 stands with an article; those about the migrant organisation with it too', () => {
    const { result } = ofExample('02-lindenveen-projectafspraak')
    expect(new Set(result.articles.flatMap((part) => part.findings)).size).toBe(34)
    const about = result.parties.find(({ partyId }) => partyId === 'p_mo')?.findings.map(({ slug }) => slug)
    expect(about).toEqual(
      expect.arrayContaining(['not_only_referral', 'no_open_items', 'two_contacts_per_party']),
    )
    expect(about).not.toContain('college_decision')
  })
})

describe('gaps', () => {
  test('what a party must tell depends on its role and legal form', () => {
    const names = (party: object) => {
      const body = agreement({ parties: [{ id: 'p', ...party }] })
      const { beforeAgreeing, beforeSigning } = completeness(body, RECORD, [])
      return [beforeAgreeing, beforeSigning].map(({ gaps }) => gaps.map(({ name }) => name))
    }
    const told = { name: 'A', shortName: 'a' }
    expect(names({ role: 'municipality', legalForm: 'municipality' })).toEqual([
      ['name', 'shortName'],
      ['address', 'postalCode', 'city'],
    ])
    expect(names({ ...told, role: 'migrant_organisation', legalForm: 'foundation' })).toEqual([
      [],
      ['kvkNumber', 'address', 'postalCode', 'city', 'isVolunteerOrganisation', 'capacityHoursPerMonth'],
    ])
    expect(names({ ...told, role: 'womens_shelter', legalForm: 'none' })).toEqual([[], ['address']])
  })

  test('a party that left is not asked', () => {
    const body = agreement({ parties: [{ id: 'p', role: 'school', leftOn: '2027-01-01' }] })
    expect(completeness(body, RECORD, [])).toMatchObject({ parties: [], beforeAgreeing: { gaps: [] } })
  })

  test('a task without a title is a gap of the article of its cluster', () => {
    const article = (key: string) => ({ id: `a_${key}`, key, body: clauses('Taken.') })
    const body = agreement({
      articles: [article('tasks_awareness'), article('tasks_trust')],
      tasks: [{ id: 't', clusterId: 'trust' }],
    })
    const { articles, beforeAgreeing } = completeness(body, RECORD, [])
    const gap = { kind: 'field', address: 'tasks.t.title', name: 'title', before: 'before_agreement' }
    expect(articles.map(({ gaps }) => gaps)).toEqual([[], [gap]])
    expect(beforeAgreeing.gaps).toEqual([gap])
  })

  test('an article without a word is a gap; an empty place shown in two articles is told once in the whole', () => {
    const shown = { type: 'paragraph', attrs: {}, content: [{ type: 'field', attrs: { name: 'goal' } }] }
    const text = { type: 'doc', content: [shown, shown] }
    const body = agreement({
      articles: [
        { id: 'a1', key: 'one', body: text },
        { id: 'a2', key: 'two', body: text },
        { id: 'a3', key: 'three' },
      ],
    })
    const result = completeness(body, { ...RECORD, unresolvedPlaceholders: ['goal'] }, [])
    expect(result.articles.map(({ gaps }) => gaps.map(({ kind }) => kind))).toEqual([
      ['placeholder'],
      ['placeholder'],
      ['article'],
    ])
    expect(result.beforeSigning.gaps).toHaveLength(1)
  })

  test('every gap leads to a place of the agreement', () => {
    const { body, result } = ofExample('02-lindenveen-projectafspraak')
    const gaps = [...result.beforeAgreeing.gaps, ...result.beforeSigning.gaps]
    const nowhere = gaps.filter(({ address }) => address === null || maybeFieldAt(address) === null)
    expect(body.articles.length).toBeGreaterThan(0)
    expect(nowhere).toEqual([])
  })
})

test('an article names the parties that have not said yes; a concern is a yes, an objection is not', () => {
  const body = agreement({
    parties: ['p1', 'p2', 'p3', 'p4'].map((id) => ({ id })),
    articles: [{ id: 'a', key: 'term', body: clauses('Twee jaar.') }],
  })
  const said = (partyId: string, state: 'agreed' | 'agreed_with_concern' | 'objection', key = 'term') => ({
    partyId,
    key,
    state,
    version: 1,
  })
  const clauseAgreements = [
    said('p1', 'agreed'),
    said('p2', 'agreed_with_concern'),
    said('p3', 'objection'),
    said('p4', 'agreed', 'privacy'),
  ]
  const { articles } = completeness(body, { ...RECORD, clauseAgreements }, [])
  expect(articles[0]?.notAgreed).toEqual(['p3', 'p4'])
})
