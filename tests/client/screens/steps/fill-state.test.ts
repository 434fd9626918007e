import { describe, expect, test } from 'vitest'
import { articleFor, fillAddress, fillPlace, fillState } from '../../../../client/screens/steps/fill-state.ts'
import { maybeFieldAt } from '../../../../shared/document/address.ts'
import { makeAgreement } from '../../../../shared/template/make-agreement.ts'
import { exampleOnPaper, realCatalog, realTemplates } from '../../../support/examples-on-paper.ts'

const catalog = realCatalog()
const example = exampleOnPaper('01-weidehaven-samenwerkingsovereenkomst')
const fills = catalog.steps.steps.flatMap(({ fill }) => fill)

function fresh(templateId: string) {
  const template = realTemplates().get(templateId)
  if (!template) throw new Error(`no template ${templateId}`)
  let last = 0
  return makeAgreement(template, catalog, { newId: () => `id_${++last}`, today: '2026-11-21' })
}

describe('how far a place is', () => {
  test('a field is empty until it has words', () => {
    const withArea = { ...example, purpose: { ...example.purpose, area: '  ' } }
    expect(fillState(withArea, 'purpose.area')).toBe('empty')
    expect(fillState(example, 'purpose.goalText')).toBe('filled')
  })

  test('a field of a list is partly filled when some records have it, and empty without records', () => {
    const [first, ...rest] = example.tasks
    if (!first) throw new Error('the example has tasks')
    const tasks = [{ ...first, dueDate: null }, ...rest.map((task) => ({ ...task, dueDate: '2027-01-01' }))]
    expect(fillState({ ...example, tasks }, 'tasks.*.dueDate')).toBe('partly')
    expect(fillState({ ...example, tasks: [] }, 'tasks.*.dueDate')).toBe('empty')
  })
})

test('the way to a field of a list leads to the first record that lacks it', () => {
  const tasks = example.tasks.map((task, index) => ({ ...task, dueDate: index === 2 ? null : '2027-01-01' }))
  const address = fillAddress({ ...example, tasks }, 'tasks.*.dueDate')
  expect(address).toBe(`tasks.${tasks[2]?.id}.dueDate`)
  expect(maybeFieldAt(address)).not.toBeNull()
  expect(fillAddress({ ...example, tasks: [] }, 'tasks.*.dueDate')).toBe('tasks')
})

test('an article is found by the first key that the agreement has, with its number', () => {
  expect(articleFor(example, ['nothing', 'purpose'])).toMatchObject({ heading: 'Doel en resultaten' })
  expect(articleFor(example, ['nothing'])).toBeNull()
})

describe.each([...realTemplates().keys()])('in an agreement from %s', (templateId) => {
  const body = fresh(templateId)

  test('every place to fill leads somewhere or says that there is none', () => {
    for (const fill of fills) {
      const place = fillPlace(body, fill)
      if (place.in === 'here') expect(maybeFieldAt(place.address)).not.toBeNull()
      if (place.in === 'article') expect(body.articles.map(({ id }) => id)).toContain(place.article.id)
    }
  })
})

test('the cooperation agreement has a place for everything', () => {
  const places = fills.map((fill) => fillPlace(fresh('coop_youth'), fill).in)
  expect(places).not.toContain('nowhere')
})
