import { describe, expect, test } from 'vitest'
import { findFindings, findQuestions } from '../../../shared/advice/find-findings.ts'
import { ADVICE, SETTINGS } from '../../support/advice.ts'
import { exampleJson } from '../../support/examples.ts'
import { applyPatch, bodyAndRecord, RULE_TRIGGERS } from '../../support/rule-triggers.ts'

const findingsOn = (example: unknown) => {
  const { body, record } = bodyAndRecord(example)
  return findFindings(body, record, SETTINGS, ADVICE.rules)
}

const NAMES = [
  '01-weidehaven-samenwerkingsovereenkomst',
  '02-lindenveen-projectafspraak',
  '03-kanaalstad-programma',
  '04-duinerstad-convenant',
]

describe('the examples', () => {
  test.each(NAMES)('%s gives exactly the findings it is expected to give', (name) => {
    const example = exampleJson(name) as {
      expected_findings: { slug: string; severity: string; items: string[] }[]
    }
    const expected = example.expected_findings.map(({ slug, severity, items }) => ({ slug, severity, items }))
    const found = findingsOn(example).map(({ slug, severity, items }) => ({ slug, severity, items }))
    expect(found).toEqual(expected)
  })

  test('the first draft of example 02 leaves three questions open, and none about paid work it does not have', () => {
    const { body } = bodyAndRecord(exampleJson('02-lindenveen-projectafspraak'))
    const questions = findQuestions(body, ADVICE.rules).map(({ slug }) => slug)
    expect(questions).toEqual(['two_sided_duties', 'right_partner', 'translated_summary'])
  })

  test('a question that is answered yes is no longer asked, one that is answered not yet is', () => {
    const { body } = bodyAndRecord(exampleJson('01-weidehaven-samenwerkingsovereenkomst'))
    expect(findQuestions(body, ADVICE.rules)).toEqual([])
    const humanChecks = body.humanChecks.map((check) => ({ ...check, answer: 'not_yet' as const }))
    expect(findQuestions({ ...body, humanChecks }, ADVICE.rules)).toHaveLength(4)
  })
})

describe('each machine rule', () => {
  test('has a change that triggers it', () => {
    const machine = ADVICE.rules.filter(({ check }) => check === 'machine').map(({ slug }) => slug)
    expect(machine).toHaveLength(83)
    expect(RULE_TRIGGERS.map((trigger) => trigger.rule_slug).sort()).toEqual(machine.sort())
  })

  test.each(RULE_TRIGGERS.map((trigger) => [trigger.rule_slug, trigger] as const))(
    '%s is silent before its change and fires after it',
    (slug, { base_file, patch }) => {
      const base = exampleJson(base_file.replace('.json', ''))
      const slugs = (example: unknown) => findingsOn(example).map((finding) => finding.slug)
      expect(slugs(base)).not.toContain(slug)
      expect(slugs(applyPatch(base, patch))).toContain(slug)
    },
  )
})
