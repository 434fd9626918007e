import { expect, test } from 'vitest'
import { progressOf } from '../../../../client/screens/steps/progress.ts'
import type { AgreementBody } from '../../../../shared/agreement/agreement.ts'
import type { NoteAudience, StepNote } from '../../../../shared/protocol/endpoints-steps.ts'
import { makeAgreement } from '../../../../shared/template/make-agreement.ts'
import { itemsOf, stepItemId } from '../../../../shared/template/steps.ts'
import { exampleOnPaper, realCatalog, realTemplates } from '../../../support/examples-on-paper.ts'

const catalog = realCatalog()
const { steps } = catalog.steps

function fresh(templateId: string): AgreementBody {
  const template = realTemplates().get(templateId)
  if (!template) throw new Error(`no template ${templateId}`)
  let last = 0
  return makeAgreement(template, catalog, { newId: () => `id_${++last}`, today: '2026-11-21' })
}

const ticked = (itemId: string, audience: NoteAudience = 'shared') =>
  ({ itemId, aboutPartyId: null, audience, mark: 'done' }) as StepNote

/** Every tick of the steps up to here. */
const allTicksUpTo = (index: number) =>
  steps
    .slice(0, index + 1)
    .flatMap((step) =>
      itemsOf(step).flatMap(({ item, kind }) =>
        kind === 'tick' ? [ticked(stepItemId(step.id, item.id))] : [],
      ),
    )

test.each([...realTemplates().keys()])(
  'a new agreement from %s stands at step 1, with nothing begun',
  (id) => {
    const { here, steps: all } = progressOf(steps, fresh(id), [])
    expect(here).toBe(0)
    expect(all.map(({ state }) => state)).toEqual(steps.map(() => 'open'))
  },
)

test('a goal that is written puts people at step 3, whatever is open before it', () => {
  const body = fresh('coop_youth')
  const { here, steps: all } = progressOf(
    steps,
    { ...body, purpose: { ...body.purpose, goalText: 'Gezinnen vinden hulp.' } },
    [],
  )
  expect(here).toBe(2)
  expect(all[2]).toMatchObject({ state: 'begun', filled: 1, toFill: 3 })
  expect(all[0]?.state).toBe('open')
})

test('one date that is filled in puts nobody at a late step, and the step still says that it was begun', () => {
  const body = fresh('coop_youth')
  const { here, steps: all } = progressOf(
    steps,
    { ...body, term: { ...body.term, startDate: '2027-01-01' } },
    [],
  )
  expect(here).toBe(0)
  expect(all[4]).toMatchObject({ state: 'begun', filled: 1 })
})

test('a late step whose facts are filled in is where people are only once they came near it', () => {
  const whole = exampleOnPaper('01-weidehaven-samenwerkingsovereenkomst')
  const { evaluation, anchoring } = whole
  const late = { ...fresh('coop_youth'), evaluation, anchoring }
  expect(progressOf(steps, late, []).here).toBe(0)
  expect(progressOf(steps, whole, []).here).toBe(6)
  expect(progressOf(steps, late, allTicksUpTo(4)).here).toBe(6)
})

test('a tick that one organisation keeps to itself tells nothing about where all are', () => {
  const { here } = progressOf(steps, fresh('coop_youth'), [ticked('agree.goal', 'own')])
  expect(here).toBe(0)
})

test('a step that is done leads to the next one, and after the last one there is none', () => {
  const first = steps[0]
  const done = exampleOnPaper('01-weidehaven-samenwerkingsovereenkomst')
  const { steps: all } = progressOf(steps, done, allTicksUpTo(0))
  expect(all[0]?.ticked).toBe(first?.checklists[0]?.items.length)
  const everything = progressOf([...steps.slice(0, 1)], done, allTicksUpTo(0))
  expect(everything.here).toBe(0)
})
