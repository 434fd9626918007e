import { describe, expect, test } from 'vitest'
import { buildOutline } from '../../../shared/outline/build-outline.ts'
import { type Block, plainText } from '../../../shared/outline/outline.ts'
import { agreement } from '../../support/agreement.ts'
import { EXAMPLE_NAMES, exampleOnPaper, realCatalog } from '../../support/examples-on-paper.ts'

const catalog = realCatalog()

const paragraph = (content: unknown[], attrs: Record<string, unknown> = {}) => ({
  type: 'paragraph',
  attrs: { kind: 'clause', ...attrs },
  content,
})
const words = (text: string) => ({ type: 'text', text })
const field = (name: string) => ({ type: 'field', attrs: { name } })
const block = (name: string) => ({ type: 'block', attrs: { name } })

function draw(content: unknown[], parts: Record<string, unknown> = {}) {
  const article = { id: 'one', key: 'one', heading: 'Een', numbered: true, body: { type: 'doc', content } }
  const others = (parts.articles as unknown[] | undefined) ?? []
  const body = agreement({ ...parts, articles: [article, ...others] })
  const { value, messages } = buildOutline(body, catalog, { status: 'draft' })
  return { blocks: value.sections[0]?.content ?? [], messages, outline: value }
}

const texts = (blocks: readonly Block[]) =>
  blocks.map((each) =>
    each.kind === 'paragraph' ? `${each.number ?? '-'} ${plainText(each.inlines)}` : each.kind,
  )

describe('the outline', () => {
  test('leaves out a paragraph whose condition does not hold, and its number', () => {
    const content = [
      paragraph([words('een')]),
      paragraph([words('samen in een gezin')], { onlyIf: 'joint_family_work_allowed' }),
      paragraph([words('twee')]),
    ]
    expect(texts(draw(content).blocks)).toEqual(['1 een', '2 twee'])
    const allowed = { boundaries: { jointFamilyWorkAllowed: true } }
    expect(texts(draw(content, allowed).blocks)).toEqual(['1 een', '2 samen in een gezin', '3 twee'])
  })

  test('leaves out a paragraph that shows nothing because its only fact may be empty', () => {
    const content = [
      paragraph([words('een')]),
      paragraph([field('consent_rule')]),
      paragraph([words('twee')]),
    ]
    expect(texts(draw(content).blocks)).toEqual(['1 een', '2 twee'])
    const filled = { privacy: { consentText: 'Ouders zeggen ja.' } }
    expect(texts(draw(content, filled).blocks)).toEqual(['1 een', '2 Ouders zeggen ja.', '3 twee'])
  })

  test('marks a fact that is missing and says what it is', () => {
    const [first] = draw([paragraph([words('Doel: '), field('goal')])]).blocks
    expect(first).toMatchObject({
      inlines: [{ text: 'Doel: ' }, { kind: 'field', text: '[doel]', empty: true }],
    })
  })

  test('keeps a block, a field and a condition that it does not know, and tells of each', () => {
    const { blocks, messages } = draw([
      block('nonsense'),
      paragraph([words('x'), field('nonsense')], { onlyIf: 'full_moon' }),
    ])
    expect(blocks[0]).toMatchObject({ kind: 'unknownBlock', name: 'nonsense' })
    expect(JSON.stringify(blocks[0])).toContain('nonsense')
    expect(texts(blocks)[1]).toBe('1 x[nonsense]')
    expect(messages.map(({ path, reason, found }) => [path, reason, found])).toEqual([
      ['articles.one.body.0', 'unknown_block', 'nonsense'],
      ['articles.one.body.1', 'unknown_condition', 'full_moon'],
      ['articles.one.body.1', 'unknown_field', 'nonsense'],
    ])
  })

  test('draws the number of the article that a text refers to, and says so when it is gone', () => {
    const reference = (articleId: string) => ({ type: 'articleReference', attrs: { articleId } })
    const two = { id: 'two', key: 'two', heading: 'Twee', numbered: true }
    const { blocks, messages } = draw([paragraph([reference('two'), words(' '), reference('gone')])], {
      articles: [two],
    })
    expect(texts(blocks)).toEqual(['1 2 [verwijzing klopt niet meer]'])
    expect(messages).toMatchObject([{ reason: 'dangling_reference', found: 'gone' }])
  })

  test('calls several parties of a role by their names where the word says so', () => {
    const role = {
      type: 'roleWord',
      attrs: { role: 'school', word: 'de school', several: 'names', capital: true },
    }
    const party = (id: string, shortName: string) => ({ id, role: 'school', shortName })
    const one = { parties: [party('a', 'de Brug')] }
    const two = { parties: [party('a', 'de Brug'), party('b', 'het Water')] }
    expect(texts(draw([paragraph([role])], one).blocks)).toEqual(['1 De school'])
    expect(texts(draw([paragraph([role])], two).blocks)).toEqual(['1 De Brug en het Water'])
  })

  test('captions tables that stand next to each other', () => {
    const { blocks } = draw([
      block('financing_sources'),
      block('financing_lines'),
      paragraph([words('x')]),
      block('results'),
    ])
    expect(blocks.flatMap((each) => (each.kind === 'table' ? [each.captionShown] : []))).toEqual([
      true,
      true,
      false,
    ])
  })

  test('says that it is a draft until the content is agreed', () => {
    const body = agreement()
    const markOf = (status: string) => buildOutline(body, catalog, { status }).value.titlePage.draftMark
    expect(['draft', 'in_review', 'whatever'].map(markOf)).toEqual(['Concept', 'Concept', 'Concept'])
    expect(['agreed', 'ready_to_sign', 'signed', 'in_force', 'archived'].map(markOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })

  test.each(EXAMPLE_NAMES)('of %s has no message, and equal input gives an equal outline', (name) => {
    const body = exampleOnPaper(name)
    const first = buildOutline(body, catalog, { status: 'draft' })
    expect(first.messages).toEqual([])
    expect(buildOutline(structuredClone(body), catalog, { status: 'draft' })).toEqual(first)
  })
})
