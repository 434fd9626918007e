import { expect, test } from 'vitest'
import { richTextDocument } from '../../../shared/agreement/rich-text.ts'
import { articlesFromTemplate } from '../../../shared/template/articles-from-template.ts'
import { counter, readTemplate } from './files.ts'

const main = readTemplate('coop_youth')
const from = (
  annexes: Parameters<typeof articlesFromTemplate>[1]['annexes'],
  overrides = [] as { key: string; text: string }[],
) => articlesFromTemplate(main, { annexes }, counter(), overrides)

test('a snapshot without articles gets those of its template, in their order', () => {
  const { articles } = from([])
  expect(articles.map((article) => article.key)).toEqual(main.articles.map((article) => article.key))
})

test('an override takes the place of the text of its article alone, one paragraph a line', () => {
  const { articles } = from(
    [],
    [{ key: 'ideas', text: 'Ideeën zijn van iedereen.\n\nZie artikel {{ref:term}}.' }],
  )
  const ideas = articles.find((article) => article.key === 'ideas')
  const term = articles.find((article) => article.key === 'term')
  expect(ideas?.heading).toBe('Ideeën, materiaal en naar buiten treden')
  expect(ideas?.body.content).toEqual([
    paragraph([{ type: 'text', text: 'Ideeën zijn van iedereen.' }]),
    paragraph([
      { type: 'text', text: 'Zie artikel ' },
      { type: 'articleReference', attrs: { articleId: term?.id } },
      { type: 'text', text: '.' },
    ]),
  ])
  expect(articles.find((article) => article.key === 'term')?.body.content.length).toBeGreaterThan(3)
})

test('an override for an article that the template lacks becomes an article of its own, so that no text is lost', () => {
  const { articles } = from([], [{ key: 'own_rule', text: 'Wij drinken thee.' }])
  expect(articles.at(-1)).toMatchObject({ key: 'own_rule', heading: 'own_rule', origin: null })
  expect(JSON.stringify(articles.at(-1)?.body)).toContain('Wij drinken thee.')
})

test('marks that an override spells wrong stay as text', () => {
  const { articles } = from([], [{ key: 'ideas', text: 'Dit is {{wat}} en {{block:nergens}}.' }])
  const ideas = articles.find((article) => article.key === 'ideas')
  expect(ideas?.body.content).toEqual([
    paragraph([{ type: 'text', text: 'Dit is {{wat}} en {{block:nergens}}.' }]),
  ])
})

test('an override of nothing but empty lines gives one empty paragraph to type in', () => {
  const { articles } = from([], [{ key: 'ideas', text: '\n \n' }])
  const body = articles.find((article) => article.key === 'ideas')?.body
  expect(richTextDocument.parse(body)).toEqual(body)
  expect(body?.content).toEqual([paragraph([])])
})

test('an annex gets the text for its kind, keeps one it has, and stays empty when the template has none', () => {
  const own = { type: 'doc' as const, content: [paragraph([{ type: 'text', text: 'Eigen regels' }])] }
  const { annexes } = from([
    { id: 'x1', title: 'Wie u belt', kind: 'contacts' },
    { id: 'x2', title: 'Gedragsregels', kind: 'conduct', body: own as never },
    { id: 'x3', title: 'Plattegrond', kind: 'other' },
  ])
  expect(annexes.map(({ id, title }) => [id, title])).toEqual([
    ['x1', 'Wie u belt'],
    ['x2', 'Gedragsregels'],
    ['x3', 'Plattegrond'],
  ])
  expect(JSON.stringify(annexes[0]?.body)).toContain('"contacts"')
  expect(annexes[1]?.body).toEqual(own)
  expect(annexes[2]?.body.content).toHaveLength(1)
})

function paragraph(content: unknown[]) {
  return { type: 'paragraph', attrs: { kind: 'clause', level: 0, onlyIf: null }, content }
}
