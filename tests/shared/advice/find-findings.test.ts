import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AdviceRecord } from '../../../shared/advice/facts.ts'
import { findFindings } from '../../../shared/advice/find-findings.ts'
import type { Finding } from '../../../shared/advice/finding.ts'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { canonical } from '../../../shared/agreement/canonical.ts'
import { LISTS } from '../../../shared/agreement/schema-walk.ts'
import { maybeFieldAt } from '../../../shared/document/address.ts'
import { articlesFromTemplate } from '../../../shared/template/articles-from-template.ts'
import { ADVICE, SETTINGS } from '../../support/advice.ts'
import { agreement } from '../../support/agreement.ts'
import { arbitraryAgreement } from '../../support/arbitrary-agreement.ts'
import { exampleJson } from '../../support/examples.ts'
import { applyPatch, bodyAndRecord, RULE_TRIGGERS } from '../../support/rule-triggers.ts'
import { counter, readTemplate } from '../template/files.ts'

const CALM: AdviceRecord = {
  unresolvedPlaceholders: [],
  openItems: { comments: 0, proposals: 0 },
  coDrafterPartyIds: [],
}

const find = (body: AgreementBody, record: AdviceRecord = CALM) =>
  findFindings(body, record, SETTINGS, ADVICE.rules)
const finding = (slug: string, body: AgreementBody, record?: AdviceRecord) =>
  find(body, record).find((each) => each.slug === slug)

const withArticles = (body: AgreementBody): AgreementBody => ({
  ...body,
  ...articlesFromTemplate(readTemplate(body.templateId ?? ''), body, counter()),
})

const isAddress = (at: string) => LISTS.has(at) || maybeFieldAt(at) !== null

/** Every trigger on its example: each machine rule has a finding somewhere in here. */
const triggered = RULE_TRIGGERS.map(({ rule_slug, base_file, patch }) => {
  const { body, record } = bodyAndRecord(applyPatch(exampleJson(base_file.replace('.json', '')), patch))
  const found = finding(rule_slug, withArticles(body), record)
  if (!found) throw new Error(`${rule_slug} does not fire`)
  return [rule_slug, found] as const
})

describe.each(triggered)('a finding of %s', (slug, found) => {
  test('leads to places that exist and that its rule names', () => {
    expect(found.targets.filter((at) => !isAddress(at))).toEqual([])
    const rule = ADVICE.rules.find((each) => each.slug === slug)
    // The fact behind an empty place can be any.
    const named = slug === 'no_empty_placeholders' ? found.targets : (rule?.targets ?? [])
    const strays = found.targets.filter((at) => !named.some((to) => at === to || at.startsWith(`${to}.`)))
    expect(strays).toEqual([])
  })

  test('stands beside an article of this agreement', () => {
    expect(found.articleKeys.length).toBeGreaterThan(0)
  })
})

describe('which articles a finding stands beside', () => {
  const { body } = bodyAndRecord(exampleJson('01-weidehaven-samenwerkingsovereenkomst'))

  test('one about a certain task stands beside the article of its cluster alone', () => {
    const tasks = body.tasks.map((task) => (task.id === 't10' ? { ...task, leadPartyId: null } : task))
    expect(finding('task_has_owner', withArticles({ ...body, tasks }))?.articleKeys).toEqual(['tasks_trust'])
  })

  test('an article that was removed is passed over for the next that fits', () => {
    const full = withArticles({ ...body, meetings: [] })
    const articles = full.articles.filter(({ key }) => key !== 'meetings')
    expect(finding('regular_personal_contact', full)?.articleKeys).toEqual(['meetings'])
    expect(finding('regular_personal_contact', { ...full, articles })?.articleKeys).toEqual(['governance'])
  })

  test('an empty place stands beside each article that shows it', () => {
    const record = { ...CALM, unresolvedPlaceholders: ['insurance'] }
    const found = finding('no_empty_placeholders', withArticles(body), record)
    expect(found).toMatchObject({
      items: ['insurance'],
      articleKeys: ['safety'],
      targets: ['safety.insuranceText'],
    })
  })

  test('own text in hard words is named with its article; the text of a template is not judged', () => {
    const hard = { type: 'text', text: 'Partijen zullen derhalve handelen.' }
    const own = { type: 'doc', content: [{ type: 'paragraph', attrs: {}, content: [hard] }] }
    const article = { id: 'a1', key: 'own', heading: 'Eigen', numbered: true, body: own }
    const origin = { templateId: 'coop_youth', edition: 1, key: 'own' }
    expect(finding('plain_language', agreement({ articles: [article] }))).toMatchObject({
      items: ['articles.a1.body'],
      articleKeys: ['own'],
    })
    expect(finding('plain_language', agreement({ articles: [{ ...article, origin }] }))).toBeUndefined()
  })
})

describe('the key of the facts', () => {
  const { body, record } = bodyAndRecord(exampleJson('02-lindenveen-projectafspraak'))
  const keys = (findings: readonly Finding[]) =>
    new Map(findings.map(({ slug, factsKey }) => [slug, factsKey]))
  const before = keys(find(body, record))

  /** Slugs found before and after a change whose key is another. */
  const changedBy = (change: (body: AgreementBody) => AgreementBody) => {
    const after = keys(find(change(structuredClone(body)), record))
    return [...before].flatMap(([slug, key]) => (after.has(slug) && after.get(slug) !== key ? [slug] : []))
  }

  test('stays while nothing changes, and each finding has its own', () => {
    expect(changedBy((same) => same)).toEqual([])
    expect(new Set(before.values()).size).toBe(before.size)
  })

  test('stays when something changes that the rule does not look at', () => {
    expect(changedBy((other) => ({ ...other, shortTitle: 'Anders', place: 'Elders' }))).toEqual([])
  })

  test('changes with the amount the rule looked at, so that what was set aside returns', () => {
    const later = changedBy((other) => {
      const payments = other.financing.payments.map((payment) => ({ ...payment, dueDate: '2028-01-01' }))
      return { ...other, financing: { ...other.financing, payments } }
    })
    expect(later).toEqual(['payment_in_advance'])
  })

  test('changes when another record offends', () => {
    const twoDrafts = changedBy((other) => {
      const tasks = other.tasks.map((task) => ({ ...task, status: 'proposed' as const }))
      return { ...other, tasks }
    })
    expect(twoDrafts).toContain('no_open_items')
  })
})

describe('rules are for templates', () => {
  test('the safeguards against honour-related violence are asked in that covenant alone', () => {
    expect(finding('honour_violence_safeguards', agreement({ templateId: 'covenant_honour' }))).toBeDefined()
    expect(finding('honour_violence_safeguards', agreement({ templateId: 'coop_youth' }))).toBeUndefined()
  })

  test('an agreement from an unknown template is judged by the rules for all', () => {
    const slugs = find(agreement({ templateId: 'of_our_own' })).map(({ slug }) => slug)
    const forSome = ADVICE.rules.filter(({ templates }) => templates !== 'all').map(({ slug }) => slug)
    expect(slugs).toContain('urgent_route')
    expect(slugs.filter((slug) => forSome.includes(slug))).toEqual([])
  })
})

test('whatever people have written or left open, the advice answers, and leads to places that exist', () => {
  fc.assert(
    fc.property(
      arbitraryAgreement,
      fc.constantFrom('coop_youth', 'covenant_honour', 'programme', 'short_project'),
      (arbitrary, templateId) => {
        const body = canonical({ ...arbitrary, templateId } as AgreementBody)
        const record = { ...CALM, unresolvedPlaceholders: ['{{goal}}', 'nothing_of_ours'] }
        for (const found of find(body, record)) {
          expect(found.items.length).toBeGreaterThan(0)
          expect(found.targets.filter((at) => !isAddress(at) && !at.startsWith('articles.'))).toEqual([])
        }
      },
    ),
    { numRuns: 150 },
  )
})

test('the advice changes nothing in the agreement it looks at', () => {
  const { body, record } = bodyAndRecord(exampleJson('03-kanaalstad-programma'))
  const before = structuredClone(body)
  find(body, record)
  expect(body).toEqual(before)
})
