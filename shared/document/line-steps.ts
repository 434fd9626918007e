import { getUnixTime } from 'lib0/time'
import * as Y from 'yjs'
import { withOwnChange } from '../support/with-own-change.ts'

/** One change of a line of text: what it said before it and behind it. */
export type LineChange = { address: string; was: string; now: string }

/** Takes a change back in the line as it stands, and gives what it changed there; null when nothing was left to take back. */
export type TakeBackLine = (change: LineChange) => LineChange | null

type StackItem = Y.UndoManager['undoStack'][number]

const CHANGE = 'change of a line'
const CHANGES = 'changes of a line'

export function noteLineChange(transaction: Y.Transaction, change: LineChange): void {
  transaction.meta.set(CHANGE, change)
}

/** What a transaction changed, if that was one line and nothing else. */
export function maybeLineChange({ meta, changed }: Y.Transaction): LineChange | null {
  const [keys, ...others] = changed.values()
  return others.length === 0 && keys?.size === 1 ? (meta.get(CHANGE) ?? null) : null
}

export const isLineStep = (step: StackItem | undefined): boolean => step?.meta.has(CHANGES) ?? false

/** Puts a change of a line on the history: with what was typed there just before, or as a step of its own. */
export function addLineChange(manager: Y.UndoManager, change: LineChange, isOwnStep: boolean): void {
  manager.clear(false, true)
  const top = manager.undoStack.at(-1)
  const now = getUnixTime()
  const goesOn = manager.lastChange > 0 && now - manager.lastChange < manager.captureTimeout && !isOwnStep
  manager.lastChange = now
  if (goesOn && changesOf(top)[0]?.address === change.address) changesOf(top).push(change)
  else addStep(manager, 'undo', [change])
}

/**
 * Takes back the step that comes next. A line is one value, and Yjs takes back a value as it was before, with or without the letters of others, or not
 * at all when another wrote there since. So in a line the own letters are looked for in what stands there now, and those alone go, or come again.
 */
export function takeBackStep(
  manager: Y.UndoManager,
  which: 'undo' | 'redo',
  takeBackOther: () => StackItem | null,
  takeBackLine: TakeBackLine,
): StackItem | null {
  const stack = which === 'undo' ? manager.undoStack : manager.redoStack
  while (isLineStep(stack.at(-1))) {
    const step = stack.pop()
    const made = changesOf(step)
      .toReversed()
      .flatMap((change) => takeBackLine(change) ?? [])
    manager.stopCapturing()
    if (step && made.length > 0) {
      addStep(manager, which === 'undo' ? 'redo' : 'undo', made)
      manager.emit('stack-item-popped', [told(manager, step, which), manager])
      return step
    }
  }
  if (stack.length === 0) return null
  // Yjs goes on to the next step where it finds nothing to take back; it is not to throw away one of a line.
  const hidden = stack.splice(0, stack.findLastIndex(isLineStep) + 1)
  const step = takeBackOther()
  stack.unshift(...hidden)
  if (step && hidden.length > 0) manager.emit('stack-item-updated', [told(manager, step, which), manager])
  return step ?? (hidden.length > 0 ? takeBackStep(manager, which, takeBackOther, takeBackLine) : null)
}

/** For `takeBackLine`: a line with one change taken back. */
export const withoutChange = (now: string, change: LineChange): string | null =>
  withOwnChange(change.now, change.was, now)

function addStep(manager: Y.UndoManager, type: 'undo' | 'redo', changes: LineChange[]): void {
  const step: StackItem = {
    insertions: Y.createDeleteSet(),
    deletions: Y.createDeleteSet(),
    meta: new Map([[CHANGES, changes]]),
  }
  const stack = type === 'undo' ? manager.undoStack : manager.redoStack
  stack.push(step)
  manager.emit('stack-item-added', [told(manager, step, type), manager])
}

const told = (origin: Y.UndoManager, stackItem: StackItem, type: 'undo' | 'redo') => ({
  ...{ stackItem, type, origin },
  changedParentTypes: new Map(),
})

const changesOf = (step: StackItem | undefined): LineChange[] => step?.meta.get(CHANGES) ?? []
