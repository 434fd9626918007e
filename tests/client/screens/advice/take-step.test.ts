import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { listsAmong, startValues, takeStep } from '../../../../client/screens/advice/take-step.ts'
import { findFindings } from '../../../../shared/advice/find-findings.ts'
import type { RuleStep } from '../../../../shared/advice/rule-texts.ts'
import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import { maybeFieldAt } from '../../../../shared/document/address.ts'
import { readAgreement } from '../../../../shared/document/read.ts'
import { writeAgreement } from '../../../../shared/document/write.ts'
import { ADVICE, SETTINGS } from '../../../support/advice.ts'
import { exampleJson } from '../../../support/examples.ts'
import { applyPatch, bodyAndRecord, RULE_TRIGGERS } from '../../../support/rule-triggers.ts'

const ruleOf = (slug: string) => ADVICE.rules.find((each) => each.slug === slug)

/** An agreement in which the rule fires, in a document of its own, with what it finds. */
function firing(slug: string) {
  const trigger = RULE_TRIGGERS.find(({ rule_slug }) => rule_slug === slug)
  if (!trigger) throw new Error(`no trigger for ${slug}`)
  const name = trigger.base_file.replace(/^.*\//, '').replace(/\.json$/, '')
  const { body, record } = bodyAndRecord(applyPatch(exampleJson(name), trigger.patch))
  const doc = new Y.Doc()
  writeAgreement(doc, body)
  const find = () =>
    findFindings(readAgreement(doc).value, record, SETTINGS, ADVICE.rules).find((each) => each.slug === slug)
  return { doc, body, find }
}

function take(slug: string) {
  const { doc, body, find } = firing(slug)
  const finding = find()
  const rule = ruleOf(slug)
  if (!finding || !rule) throw new Error(`${slug} does not fire`)
  return { doc, finding, rule, taken: takeStep(doc, body, rule.step, finding), find }
}

describe('the step of every rule leads somewhere', () => {
  test.each(RULE_TRIGGERS.map(({ rule_slug }) => rule_slug))('%s', (slug) => {
    const { finding, rule, taken } = take(slug)
    const leads =
      taken.goOn.length > 0 ||
      listsAmong(finding.targets).length > 0 ||
      finding.targets.some((target) => /^articles\.|^annexes\./.test(target)) ||
      rule.step.kind === 'pick_task' ||
      finding.articleKeys.length > 0 ||
      // What nobody can fill in stands in the text itself, wherever that is.
      slug === 'no_open_items' ||
      slug === 'no_empty_placeholders'
    expect(leads).toBe(true)
    for (const address of taken.goOn) expect(maybeFieldAt(address), address).not.toBeNull()
  })
})

describe('a step that needs no more than a press solves its point', () => {
  const alone = ADVICE.rules.filter(({ step }) =>
    ['take_over_text', 'set_value', 'compute'].includes(step.kind),
  )
  const needMore = new Set(['honour_violence_safeguards'])
  test.each(alone.map(({ slug }) => slug).filter((slug) => !needMore.has(slug)))('%s', (slug) => {
    expect(take(slug).find()).toBeUndefined()
  })
})

test('words that are taken over come behind what stands there, and once', () => {
  const doc = new Y.Doc()
  const body = firing('handover_agreed').body
  writeAgreement(doc, { ...body, communication: { ...body.communication, handoverText: 'Wij bellen.' } })
  const step: RuleStep = {
    kind: 'take_over_text',
    label: 'Overnemen',
    field: 'communication.handoverText',
    text: 'Wij dragen over.',
  }
  for (const _ of [1, 2]) takeStep(doc, body, step, { items: [], targets: [] })
  expect(readAgreement(doc).value.communication.handoverText).toBe('Wij bellen.\nWij dragen over.')
})

test('a new row begins with the party that the point is about, and with everybody where all belong', () => {
  const { body } = firing('two_contacts_per_party')
  const [party] = body.parties
  expect(startValues('contacts', body, { items: [party?.id ?? ''] })).toEqual({ partyId: party?.id })
  const ids = body.parties.map(({ id }) => id)
  expect(startValues('evaluation.moments', body, { items: ['evaluation'] })).toEqual({ partyIds: ids })
})

test('a list that knows each party once gets the row of that party', () => {
  const { doc, taken, finding } = take('meldcode_or_signal_procedure')
  const [party] = finding.items
  const rows = readAgreement(doc).value.safety.meldcode as AgreementBody['safety']['meldcode']
  expect(rows.map(({ partyId }) => partyId)).toContain(party)
  expect(taken.goOn).toEqual([`safety.meldcode.${party}.status`])
})
