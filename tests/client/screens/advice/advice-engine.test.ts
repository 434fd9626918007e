import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createAdviceEngine } from '../../../../client/screens/advice/advice-engine.ts'
import { narrowed } from '../../../../client/screens/advice/narrow.ts'
import { picksFor } from '../../../../client/screens/advice/picks.ts'
import { setField } from '../../../../shared/document/edit.ts'
import { observeAgreement } from '../../../../shared/document/observe.ts'
import { writeAgreement } from '../../../../shared/document/write.ts'
import type { AdviceView } from '../../../../shared/protocol/endpoints-advice.ts'
import { ADVICE, CATALOG } from '../../../support/advice.ts'
import { EXAMPLES } from '../../../support/examples.ts'

const SLUG = 'authority_checked'
const VIEW: AdviceView = {
  findings: [],
  questions: [],
  setAside: [],
  record: {
    openItems: { comments: 0, proposals: 0 },
    unresolvedPlaceholders: [],
    coDrafterPartyIds: ['p_gem'],
    clauseAgreements: [],
  },
}

/** The advice on example 02; idle time comes when the test says so. */
function running(view = VIEW) {
  const [, lindenveen] = EXAMPLES
  if (!lindenveen) throw new Error('no example 02')
  const doc = new Y.Doc()
  writeAgreement(doc, lindenveen.body)
  const waiting: (() => void)[] = []
  const engine = createAdviceEngine({
    store: observeAgreement(doc),
    catalog: CATALOG,
    rules: ADVICE.rules,
    first: view,
    whenIdle: (work) => {
      waiting.push(work)
      return () => waiting.splice(waiting.indexOf(work), 1)
    },
  })
  const passIdle = () => {
    for (const work of waiting.splice(0)) work()
  }
  return { doc, engine, waiting, passIdle }
}
const slugsOf = (findings: readonly { slug: string }[]) => findings.map(({ slug }) => slug)
const check = (doc: Y.Doc) => setField(doc, 'parties.p_mo.authorityCheckedOn', '2026-11-12')

test('while people type nothing is worked out; many changes ask for one run', () => {
  const { doc, engine, waiting, passIdle } = running()
  const before = engine.get()
  check(doc)
  setField(doc, 'shortTitle', 'Anders')
  expect(engine.get()).toBe(before)
  expect(waiting).toHaveLength(1)
  passIdle()
  expect(slugsOf(before.open)).toContain(SLUG)
  expect(slugsOf(engine.get().open)).not.toContain(SLUG)
})

test('what is set aside is not open, and returns with what was said when its facts are others', () => {
  const finding = running()
    .engine.get()
    .open.find(({ slug }) => slug === SLUG)
  const choice = { slug: SLUG, reason: 'Later.', name: 'Fatima', partyId: 'p_mo', at: '2026-11-21T12:00:00Z' }
  const view = { ...VIEW, setAside: [{ ...choice, factsKey: finding?.factsKey ?? '' }] }
  const { doc, engine, passIdle } = running(view)
  expect(slugsOf(engine.get().open)).not.toContain(SLUG)
  expect(engine.get().aside).toMatchObject([{ finding: { slug: SLUG }, choice: { reason: 'Later.' } }])
  setField(doc, 'parties.p_gem.authorityCheckedOn', null)
  passIdle()
  expect(slugsOf(engine.get().open)).toContain(SLUG)
  expect(engine.get().returned.get(SLUG)).toMatchObject({ name: 'Fatima' })
})

test('what the server tells counts at once', () => {
  const { engine } = running()
  let told = 0
  engine.subscribe(() => told++)
  engine.setView({ ...VIEW, record: { ...VIEW.record, coDrafterPartyIds: ['p_mo'] } })
  expect(slugsOf(engine.get().open)).not.toContain('migrant_org_co_drafts')
  expect(told).toBe(1)
})

test('advice is narrowed to an article and to a party', () => {
  const now = running().engine.get()
  const ofParty = narrowed(now.open, now, { articleKey: null, partyId: 'p_jeugd' })
  const ofArticle = narrowed(now.open, now, { articleKey: 'term', partyId: null })
  expect(ofParty.length).toBeLessThan(now.open.length)
  expect(ofArticle.every(({ articleKeys }) => articleKeys.includes('term'))).toBe(true)
})

test('tasks are offered that meet the point: of its cluster, with its effect, for its parties', () => {
  const { body, open } = running().engine.get()
  const picks = (slug: string) => {
    const step = ADVICE.rules.find((rule) => rule.slug === slug)?.step
    const finding = open.find((each) => each.slug === slug)
    if (step?.kind !== 'pick_task' || !finding) throw new Error(`${slug} offers no tasks`)
    return picksFor(body, CATALOG, finding, step)
  }
  for (const { suggestion } of picks('quality_cluster_has_tasks'))
    expect(suggestion.libraryTask.clusterId).toBe('quality')
  for (const { suggestion, leadPartyIds } of picks('advice_role_for_migrant_org')) {
    expect(suggestion.libraryTask.effect).toBe('improve_service')
    expect(leadPartyIds).toEqual(['p_mo'])
  }
  for (const { suggestion } of picks('priority_factor_has_task'))
    expect(suggestion.libraryTask.factorIds).toContain('F09')
  for (const slug of ['quality_cluster_has_tasks', 'advice_role_for_migrant_org', 'priority_factor_has_task'])
    expect(picks(slug).length, slug).toBeGreaterThan(0)
})
