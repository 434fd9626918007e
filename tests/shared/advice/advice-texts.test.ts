import { describe, expect, test } from 'vitest'
import { EVERY_CHECK } from '../../../shared/advice/checks/every-check.ts'
import { readingTrouble } from '../../../shared/advice/plain-language.ts'
import { adviceTexts, appliesTo, type RuleText } from '../../../shared/advice/rule-texts.ts'
import { layoutOf } from '../../../shared/agreement/field.ts'
import { LISTS } from '../../../shared/agreement/schema-walk.ts'
import { maybeFieldAt } from '../../../shared/document/address.ts'
import { checkShape } from '../../../shared/template/schema-messages.ts'
import { readYaml } from '../../../shared/template/yaml-source.ts'
import { ADVICE, CATALOG, SETTINGS } from '../../support/advice.ts'
import { readTemplate, templateFiles } from '../template/files.ts'

const RULES = ADVICE.rules.map((rule) => [rule.slug, rule] as const)
const TEMPLATES = templateFiles.map(({ name }) => readTemplate(name.replace('.yaml', '')))

const repeated = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at)

test('there are 83 rules for the machine, each with its code, and 4 for people, each with a question', () => {
  const machine = ADVICE.rules.filter(({ check }) => check === 'machine').map(({ slug }) => slug)
  expect(machine).toHaveLength(83)
  expect([...EVERY_CHECK.keys()].sort()).toEqual(machine.sort())
  const human = ADVICE.rules.filter(({ check }) => check === 'human')
  expect(human).toHaveLength(4)
  expect(ADVICE.rules.filter(({ question }) => question !== null)).toEqual(human)
})

test('numbers and slugs stand once, and conditions and pitfalls name rules that exist', () => {
  expect(repeated(ADVICE.rules.flatMap(({ slug, number }) => [slug, number]))).toEqual([])
  const slugs = new Set(ADVICE.rules.map(({ slug }) => slug))
  expect(ADVICE.pitfalls.flatMap(({ rules }) => rules).filter((slug) => !slugs.has(slug))).toEqual([])
  const conditions = new Set(ADVICE.conditions.map(({ id }) => id))
  expect(ADVICE.conditions).toHaveLength(13)
  expect(ADVICE.rules.flatMap((rule) => rule.conditions).filter((id) => !conditions.has(id))).toEqual([])
  const served = new Set(ADVICE.rules.flatMap((rule) => rule.conditions))
  expect([...conditions].filter((id) => !served.has(id))).toEqual([])
})

test('every error says before which phase it is solved: none holds back a draft', () => {
  const held = ADVICE.rules.filter(({ severity, phase }) => severity === 'error' && phase === 'draft')
  expect(held).toEqual([])
})

describe.each(RULES)('%s', (slug, rule) => {
  test('names templates that exist, and stands beside an article in each of them', () => {
    const ids = TEMPLATES.map(({ id }) => id)
    expect(rule.templates === 'all' ? [] : rule.templates.filter((id) => !ids.includes(id))).toEqual([])
    const beside = TEMPLATES.filter(({ id }) => appliesTo(rule, id)).map(({ articles }) =>
      articles.some(({ key }) => rule.articles.includes(key)),
    )
    // Empty places stand beside the article that has them, whichever that is.
    const expected = slug !== 'no_empty_placeholders'
    expect(beside.filter((found) => found !== expected)).toEqual([])
  })

  test('leads to places that an agreement has', () => {
    expect(rule.targets.filter((at) => !LISTS.has(at) && maybeFieldAt(at) === null)).toEqual([])
  })

  test('offers a step that can be taken', () => {
    expect(troubleOf(rule)).toEqual([])
  })

  test('is written in plain words and speaks to people as u', () => {
    const texts = [
      rule.title,
      rule.finding,
      rule.explanation,
      rule.advice,
      rule.question ?? '',
      rule.step.label,
    ]
    expect(texts.filter((text) => readingTrouble(text, SETTINGS.plainLanguage))).toEqual([])
    expect(texts.filter((text) => /\b(je|jij|jou|jouw|jullie|men)\b/i.test(text))).toEqual([])
    expect(texts.filter((text) => text !== '' && !/^\p{Lu}/u.test(text))).toEqual([])
  })
})

function troubleOf({ step, check }: RuleText): string[] {
  if ((step.kind === 'answer') !== (check === 'human')) return ['questions are answered, and nothing else is']
  if (step.kind === 'add_row') return troubleOfRow(step.list, step.values)
  if (step.kind === 'pick_task') return troubleOfTask(step.clusterId, step.effect)
  if (step.kind === 'set_value') return maybeFieldAt(step.field)?.in === 'group' ? [] : [step.field]
  if (step.kind !== 'take_over_text') return []
  return maybeFieldAt(step.field)?.field.layout.kind === 'longText' ? [] : [step.field]
}

function troubleOfRow(path: string, values: Readonly<Record<string, unknown>>): string[] {
  const list = LISTS.get(path)
  if (!list) return [`no list ${path}`]
  return Object.entries(values).flatMap(([name, value]) => {
    const field = list.record.shape[name]
    if (!field) return [`${path} has no ${name}`]
    const layout = layoutOf(field as Parameters<typeof layoutOf>[0])
    const parsed = list.record.shape[name] as { safeParse(input: unknown): { success: boolean } }
    return layout && parsed.safeParse(value).success ? [] : [`${path}.${name} takes no ${String(value)}`]
  })
}

function troubleOfTask(clusterId: string | null, effect: string | null): string[] {
  const fits = CATALOG.tasks.some(
    (task) => (!clusterId || task.clusterId === clusterId) && (!effect || task.effect === effect),
  )
  return fits ? [] : ['no task in the catalogue fits']
}

describe('a broken file is refused with place, expected and found', () => {
  const rule = [
    'conditions: []',
    'pitfalls: []',
    'rules:',
    '  - number: R01',
    '    slug: a_rule',
    '    severity: mistake',
  ].join('\n')

  test('an unknown severity, and each text that is missing', () => {
    const source = readYaml(rule, 'advice.yaml')
    if (!source.ok) throw new Error('the YAML itself is good')
    const read = checkShape(source.value, adviceTexts)
    const messages = read.ok ? [] : read.messages
    expect(messages).toContainEqual({
      file: 'advice.yaml',
      line: 6,
      column: 15,
      path: 'rules.0.severity',
      reason: 'unknown_value',
      expected: 'one of error, warning, advice',
      found: '"mistake"',
    })
    const missing = messages.filter(({ reason }) => reason === 'missing').map(({ path }) => path)
    expect(missing).toEqual(expect.arrayContaining(['rules.0.title', 'rules.0.finding', 'rules.0.advice']))
  })
})
