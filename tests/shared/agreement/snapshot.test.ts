import { describe, expect, test } from 'vitest'
import { canonical } from '../../../shared/agreement/canonical.ts'
import { FORMAT, parseSnapshot, toSnapshot } from '../../../shared/agreement/snapshot.ts'
import { agreement } from '../../support/agreement.ts'
import { EXAMPLES, exampleJson } from '../../support/examples.ts'

const record = {
  id: 'abc',
  status: 'draft' as const,
  version: 3,
  clauseAgreements: [],
  signatures: [],
  openItems: { comments: 0, proposals: 0 },
  unresolvedPlaceholders: [],
  coDrafterPartyIds: ['p_gem'],
}

function refused(input: unknown) {
  const parsed = parseSnapshot(input)
  if (parsed.ok) throw new Error('expected a refusal')
  return parsed
}

function accepted(input: unknown) {
  const parsed = parseSnapshot(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.messages))
  return parsed
}

describe('parseSnapshot', () => {
  test('an example of the domain pack is taken, with ids where the pack has bare strings', () => {
    const { value, hasArticles } = accepted(exampleJson('01-weidehaven-samenwerkingsovereenkomst'))
    expect(hasArticles).toBe(false)
    expect(value.boundaries.referralSteps[0]).toEqual({
      id: 'referralSteps-1',
      text: 'De intermediair vraagt of het gezin hulp wil.',
    })
    expect(value.factorScores.F09).toEqual({ p_gem: 4, p_jeugd: 4, p_mo: 5 })
    expect(value.focusFactors[0]).not.toHaveProperty('scores')
    expect(value.disputes.steps.map(({ kind }) => kind)).toEqual(['conversation', 'management', 'mediation'])
    expect(value).not.toHaveProperty('fictional')
    expect(value).not.toHaveProperty('expectedFindings')
  })

  test.each(EXAMPLES)('what is written out of $name reads back as the same', ({ body }) => {
    expect(accepted(JSON.parse(JSON.stringify(toSnapshot(body, record)))).value).toEqual(body)
  })

  test('what the server keeps is left aside on input', () => {
    const { value } = accepted({
      ...toSnapshot(agreement(), record),
      status: 'signed',
      signatures: [{ forged: true }],
    })
    expect(value).not.toHaveProperty('status')
    expect(value).not.toHaveProperty('signatures')
    expect(value.drafting).not.toHaveProperty('coDrafterPartyIds')
  })

  test('a newer format is refused by name', () => {
    expect(refused({ format: 'handslag-agreement/2' })).toMatchObject({
      problem: 'newer-format',
      messages: [{ path: 'format', expected: FORMAT, found: '"handslag-agreement/2"' }],
    })
  })

  test.each([
    ['a list', [], ''],
    ['nothing', null, ''],
    ['another format', { format: 'word/1' }, 'format'],
    ['a number as a name', { format: FORMAT, parties: [{ id: 'a', name: 3 }] }, 'parties.a.name'],
    ['an unknown role', { format: FORMAT, parties: [{ id: 'a', role: 'king' }] }, 'parties.a.role'],
    ['a day that does not exist', { format: FORMAT, term: { startDate: '2027-02-30' } }, 'term.startDate'],
    [
      'three decimals of money',
      { format: FORMAT, financing: { sources: [{ id: 'f', amount: 1.234 }] } },
      'financing.sources.f.amount',
    ],
    ['the same id twice', { format: FORMAT, parties: [{ id: 'a' }, { id: 'a' }] }, 'parties.a'],
    [
      'an unknown node',
      { format: FORMAT, articles: [{ id: 'x', body: { type: 'doc', content: [{ type: 'iframe' }] } }] },
      'articles.x.body.content.0.type',
    ],
    ['a name for the prototype', JSON.parse(`{"format":"${FORMAT}","term":{"__proto__":{"x":1}}}`), ''],
  ])('%s is refused, with the place', (_, input, path) => {
    const { problem, messages } = refused(input)
    expect(problem).toBe('malformed')
    expect(messages.map((message) => message.path)).toContain(path)
  })

  test('an unknown field is kept and reported', () => {
    const { value, messages } = accepted({ format: FORMAT, parties: [{ id: 'a', motto: 'samen' }] })
    expect(value.parties[0]).toHaveProperty('motto', 'samen')
    expect(messages).toMatchObject([{ path: 'parties.a.motto', reason: 'unknown_key' }])
    expect(canonical(value)).toEqual(value)
  })

  test('a reference that points nowhere is kept and reported', () => {
    const { value, messages } = accepted({
      format: FORMAT,
      tasks: [{ id: 't', leadPartyId: 'gone', partyIds: ['gone'] }],
    })
    expect(value.tasks[0]?.leadPartyId).toBe('gone')
    expect(messages.map(({ path, reason }) => [path, reason])).toEqual([
      ['tasks.t.partyIds', 'dangling_reference'],
      ['tasks.t.leadPartyId', 'dangling_reference'],
    ])
  })

  test('a title equal to the pattern goes on following it', () => {
    const { value } = accepted({
      format: FORMAT,
      titlePattern: 'Convenant {{short_title}}',
      shortTitle: 'Samen',
      title: 'Convenant Samen',
    })
    expect(canonical({ ...value, title: null, shortTitle: 'Anders' }).title).toBe('Convenant Anders')
  })
})
