import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { StepNote } from '../../../shared/protocol/endpoints-steps.ts'
import { type Step, stepItemId } from '../../../shared/template/steps.ts'
import { fillState } from './fill-state.ts'

/** How far a step is, as far as one can see: what is ticked by all, and what is filled in. */
export type StepProgress = {
  ticked: number
  toTick: number
  filled: number
  toFill: number
  state: 'open' | 'begun' | 'done'
}

export type Progress = {
  steps: StepProgress[]
  /** Index of the step where people seem to be. Never more than a guess, and never a gate. */
  here: number
}

/** Where people are, derived from the shared ticks and from what the agreement holds. */
export function progressOf(
  steps: readonly Step[],
  body: AgreementBody,
  notes: readonly StepNote[],
): Progress {
  const ticks = new Set(
    notes.flatMap(({ audience, mark, itemId }) => (audience === 'shared' && mark === 'done' ? [itemId] : [])),
  )
  const all = steps.map((step) => stepProgress(step, body, ticks))
  return { steps: all, here: whereOf(all) }
}

function stepProgress(step: Step, body: AgreementBody, ticks: ReadonlySet<string>): StepProgress {
  const items = step.checklists.flatMap((list) => list.items)
  const ticked = items.filter(({ id }) => ticks.has(stepItemId(step.id, id))).length
  const states = step.fill.flatMap(({ target, always }) =>
    target === null || always ? [] : [fillState(body, target)],
  )
  const filled = states.filter((state) => state === 'filled').length
  const isBegun = ticked > 0 || states.some((state) => state !== 'empty')
  const isDone = ticked === items.length && filled === states.length
  return {
    ticked,
    toTick: items.length,
    filled,
    toFill: states.length,
    state: isDone ? 'done' : isBegun ? 'begun' : 'open',
  }
}

/** The furthest step that was begun; when all of it is done, the one after it. */
function whereOf(all: readonly StepProgress[]): number {
  const furthest = all.findLastIndex(({ state }) => state !== 'open')
  if (furthest < 0) return 0
  return all[furthest]?.state === 'done' ? Math.min(furthest + 1, all.length - 1) : furthest
}
