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

/** How many steps on, at most, people are by facts alone: a date that was known from the start is no sign that they came so far. */
const STEPS_BY_FACTS = 2

/**
 * The furthest step that somebody ticked something of; further by facts only where a good part of those of a step is filled in, and not far from where
 * people were. When all of a step is done, the one after it.
 */
function whereOf(all: readonly StepProgress[]): number {
  const reached = all.reduce((at, step, index) => {
    const isReached = step.ticked > 0 || (isFilledWell(step) && index - at <= STEPS_BY_FACTS)
    return isReached ? index : at
  }, 0)
  return all[reached]?.state === 'done' ? Math.min(reached + 1, all.length - 1) : reached
}

/** A third of the facts of a step, or more. */
const isFilledWell = ({ filled, toFill }: StepProgress) => filled > 0 && filled * 3 >= toFill
