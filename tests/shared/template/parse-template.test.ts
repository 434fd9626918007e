import { describe, expect, test } from 'vitest'
import { parseTemplate } from '../../../shared/template/parse-template.ts'
import { sentenceOf } from '../../../shared/template/placed-message.ts'
import { readCatalog } from './files.ts'

const GOOD = `id: tiny
edition: 1
title: Kleine afspraak
when: Voor een proef.
disclaimer: Dit is geen advies.
documentType: short_project_agreement
titlePattern: Afspraak {{short_title}}
clusterFrameworkId: youth_access
legalStatus: mixed
defaultTermMonths: 12
decideMonthsBeforeEnd: 2
roles:
  - municipality
roleWords:
  municipality:
    word: de gemeente
defaults:
  term.noticeMonths: 1
records:
  disputes.steps:
    - values:
        kind: conversation
annexes:
  - kind: contacts
    title: Contactpersonen
    text:
      - "{{block:contacts}}"
articles:
  - key: term
    heading: Hoe lang?
    required: true
    binding: true
    guidance: Kies een datum.
    question: Wanneer?
    text:
      - Wij beginnen op {{start_date}}.
      - text: Zie artikel {{ref:term}} en bijlage {{annex_contacts}}.
        onlyIf: fixed_term
`

/** Messages as people read them, of the good file with one thing changed. */
function messagesAfter(old: string, changed: string): string[] {
  expect(GOOD).toContain(old)
  const reading = parseTemplate(GOOD.replace(old, changed), 'tiny.yaml')
  return reading.ok ? [] : reading.messages.map(sentenceOf)
}

test('a file in which all is well gives the template with what was left out filled in', () => {
  const reading = parseTemplate(GOOD, 'tiny.yaml', readCatalog())
  expect(reading).toMatchObject({
    ok: true,
    value: {
      id: 'tiny',
      language: 'nl',
      recitals: [],
      roleWords: { municipality: { word: 'de gemeente', several: 'word', definition: null } },
      articles: [
        {
          key: 'term',
          numbered: true,
          form: null,
          text: [
            { text: 'Wij beginnen op {{start_date}}.', kind: null, level: 0, onlyIf: null },
            { kind: null, onlyIf: 'fixed_term' },
          ],
        },
      ],
    },
  })
})

describe('a broken file is refused with file, place, expected and found', () => {
  const text = '      - Wij beginnen op {{start_date}}.'
  test.each([
    {
      what: 'a quote that is not closed',
      old: 'title: Kleine afspraak',
      changed: 'title: "Kleine afspraak',
      message: /^tiny\.yaml:\d+:\d+: expected YAML 1\.2, found .+/,
    },
    {
      what: 'a key that stands twice',
      old: 'edition: 1',
      changed: 'edition: 1\nedition: 2',
      message: /^tiny\.yaml:3:1: expected each key once in a mapping, found .+/,
    },
    {
      what: 'text that begins with braces without quotes',
      old: '"{{block:contacts}}"',
      changed: '{{block:contacts}}',
      message: 'tiny.yaml:27:9: expected quotes around text that begins with {{, found "{{block:contacts}}"',
    },
    {
      what: 'an alias',
      old: '    question: Wanneer?',
      changed: '    question: &q Wanneer?\n    textKind: *q',
      message: 'tiny.yaml:35:15: expected the value itself, found an alias, *q',
    },
    {
      what: 'a field that is missing',
      old: '    heading: Hoe lang?\n',
      changed: '',
      message: 'tiny.yaml:29:5 articles.0.heading: expected text, found nothing',
    },
    {
      what: 'a value of the wrong type',
      old: 'edition: 1',
      changed: 'edition: eerste',
      message: 'tiny.yaml:2:10 edition: expected a number, found "eerste"',
    },
    {
      what: 'a choice that does not exist',
      old: 'legalStatus: mixed',
      changed: 'legalStatus: half',
      message: 'tiny.yaml:9:14 legalStatus: expected one of binding, intent, mixed, found "half"',
    },
    {
      what: 'a key that does not exist',
      old: '    heading: Hoe lang?',
      changed: '    heading: Hoe lang?\n    headng: Hoe lang?',
      message:
        'tiny.yaml:31:5 articles.0.headng: expected one of key, heading, numbered, required, binding, form, guidance, question, textKind, text, found headng',
    },
    {
      what: 'an empty heading',
      old: 'heading: Hoe lang?',
      changed: 'heading: ""',
      message: 'tiny.yaml:30:14 articles.0.heading: expected at least 1 characters, found ""',
    },
    {
      what: 'a paragraph that is no text',
      old: text,
      changed: '      - 12',
      message: 'tiny.yaml:36:9 articles.0.text.0: expected a mapping, found 12',
    },
    {
      what: 'an unknown placeholder',
      old: text,
      changed: '      - Wij beginnen op {{startdate}}.',
      message: 'tiny.yaml:36:25 articles.0.text.0: expected the name of a placeholder, found {{startdate}}',
    },
    {
      what: 'an unknown placeholder in the title',
      old: '{{short_title}}',
      changed: '{{name}}',
      message: 'tiny.yaml:7:24 titlePattern: expected the name of a placeholder, found {{name}}',
    },
    {
      what: 'a reference to an article that is not there',
      old: '{{ref:term}}',
      changed: '{{ref:privacy}}',
      message:
        'tiny.yaml:37:27 articles.0.text.1: expected the key of an article of this template, found {{ref:privacy}}',
    },
    {
      what: 'an unknown block',
      old: '{{block:contacts}}',
      changed: '{{block:people}}',
      message:
        'tiny.yaml:27:10 annexes.0.text.0: expected a block that the program can show, found {{block:people}}',
    },
    {
      what: 'a block inside a sentence',
      old: text,
      changed: '      - Dit zijn wij. {{block:parties}}',
      message:
        'tiny.yaml:36:23 articles.0.text.0: expected a block alone in its paragraph, found {{block:parties}}',
    },
    {
      what: 'a party word without a word',
      old: text,
      changed: '      - Dat doet {{role:police}}.',
      message: 'tiny.yaml:36:18 articles.0.text.0: expected one of municipality, found {{role:police}}',
    },
    {
      what: 'braces that are not closed',
      old: text,
      changed: '      - Wij beginnen op {{start_date.',
      message:
        'tiny.yaml:36:9 articles.0.text.0: expected a name between {{ and }}, found Wij beginnen op {{start_date.',
    },
    {
      what: 'bold text that does not end',
      old: text,
      changed: '      - Wij **beginnen.',
      message: 'tiny.yaml:36:13 articles.0.text.0: expected a second ** that ends the bold text, found **',
    },
    {
      what: 'a condition that does not exist',
      old: 'onlyIf: fixed_term',
      changed: 'onlyIf: sunny',
      message:
        /^tiny\.yaml:38:17 articles\.0\.text\.1\.onlyIf: expected one of joint_family_work_allowed, .+, found "sunny"$/,
    },
    {
      what: 'two articles with one key',
      old: 'articles:\n',
      changed:
        'articles:\n  - { key: term, heading: Dubbel, required: true, binding: false, guidance: G., question: V?, text: [Ja.] }\n',
      message: 'tiny.yaml:30:10 articles.1.key: expected a key that no other article has, found term',
    },
    {
      what: 'a role without a word',
      old: '  - municipality\n',
      changed: '  - municipality\n  - school\n',
      message: 'tiny.yaml:14:5 roles.1: expected a word for school under roleWords, found nothing',
    },
    {
      what: 'the number of an annex that is not there',
      old: '{{annex_contacts}}',
      changed: '{{annex_conduct}}',
      message:
        'tiny.yaml:37:51 articles.0.text.1: expected an annex of kind conduct in this template, found nothing',
    },
    {
      what: 'a default for a field that does not exist',
      old: '  term.noticeMonths: 1',
      changed: '  term.noticeMonth: 1',
      message:
        'tiny.yaml:18:3 defaults.term.noticeMonth: expected the path of a field of the agreement, found term.noticeMonth',
    },
    {
      what: 'a default of the wrong type',
      old: '  term.noticeMonths: 1',
      changed: '  term.noticeMonths: drie',
      message: 'tiny.yaml:18:22 defaults.term.noticeMonths: expected a number, found "drie"',
    },
    {
      what: 'a party where no party belongs',
      old: '  term.noticeMonths: 1',
      changed: '  term.noticeMonths: { role: municipality }',
      message:
        'tiny.yaml:18:22 defaults.term.noticeMonths: expected a value, because this field does not refer to parties, found {"role":"municipality"}',
    },
    {
      what: 'a default for a whole list',
      old: '  term.noticeMonths: 1',
      changed: '  parties: geen',
      message:
        'tiny.yaml:18:3 defaults.parties: expected the path of one field, not of a group or list, found parties',
    },
    {
      what: 'a record for a list that does not exist',
      old: '  disputes.steps:',
      changed: '  disputes.stappen:',
      message:
        'tiny.yaml:20:3 records.disputes.stappen: expected the path of a list of the agreement that starts with records, found disputes.stappen',
    },
    {
      what: 'a value of a record that is no choice',
      old: '        kind: conversation',
      changed: '        kind: shouting',
      message:
        'tiny.yaml:22:15 records.disputes.steps.0.values.kind: expected one of conversation, management, mediation, court, found "shouting"',
    },
    {
      what: 'a field of a record that does not exist',
      old: '        kind: conversation',
      changed: '        soort: conversation',
      message:
        'tiny.yaml:22:9 records.disputes.steps.0.values.soort: expected one of id, kind, withinDays, text, found soort',
    },
    {
      what: 'a recital with a placeholder and nothing for when it is unknown',
      old: 'annexes:\n',
      changed: 'recitals:\n  - Hulp is er voor iedereen in {{municipality_city}}.\nannexes:\n',
      message:
        'tiny.yaml:24:5 recitals.0: expected whenUnknown beside a text with placeholders, found nothing',
    },
  ])('$what', ({ old, changed, message }) => {
    const messages = messagesAfter(old, changed)
    expect(messages).toHaveLength(1)
    if (typeof message === 'string') expect(messages[0]).toBe(message)
    else expect(messages[0]).toMatch(message)
  })
})

test('every fault is told at once, not only the first', () => {
  const broken = GOOD.replace('{{start_date}}', '{{one}}').replace('{{ref:term}}', '{{ref:two}}')
  const reading = parseTemplate(broken, 'tiny.yaml')
  expect(reading.ok ? [] : reading.messages.map((message) => message.found)).toEqual([
    '{{one}}',
    '{{ref:two}}',
  ])
})

test('a cluster that the framework lacks is refused when the catalogue is there to ask', () => {
  const wrong = GOOD.replace('{{block:contacts}}', '{{block:tasks:gardening}}')
  expect(parseTemplate(wrong, 'tiny.yaml').ok).toBe(true)
  const reading = parseTemplate(wrong, 'tiny.yaml', readCatalog())
  expect(reading.ok ? [] : reading.messages.map(sentenceOf)).toEqual([
    'tiny.yaml:27:24 annexes.0.text.0: expected one of awareness, trust, quality, enabling, found gardening',
  ])
})

test.each([
  ['an empty file', '', 'tiny.yaml:1:1: expected a mapping, found null'],
  ['a file that is a list', '- a\n- b\n', 'tiny.yaml:1:1: expected a mapping, found ["a","b"]'],
  [
    'a file that is too long',
    'a'.repeat(1_000_001),
    'tiny.yaml:1:1: expected at most 1000000 characters, found 1000001 characters',
  ],
  [
    'a file nested too deep',
    '['.repeat(200_000),
    /^tiny\.yaml:1:1: expected a file with a few levels of nesting/,
  ],
])('%s is refused without a crash', (_, text, message) => {
  const reading = parseTemplate(text, 'tiny.yaml')
  const [first] = reading.ok ? [] : reading.messages.map(sentenceOf)
  if (typeof message === 'string') expect(first).toBe(message)
  else expect(first).toMatch(message)
})
