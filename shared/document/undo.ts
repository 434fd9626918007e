import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { mendCrossedItems } from './crossed-items.ts'
import { takeBackLine } from './edit.ts'
import { EDIT } from './layout.ts'
import { addLineChange, isLineStep, maybeLineChange, takeBackStep } from './line-steps.ts'
import { holdsWorkOfOthers } from './others-work.ts'
import { isOwnStep } from './own-step.ts'

/**
 * One undo manager for one person and the whole agreement: prose and tables in one history. It follows changes made on this side
 * only, through `edit.ts` and the editors, so it never undoes another's work: something this person made in which others have
 * written since stays, with what they wrote.
 */
export function createUndoManager(doc: Y.Doc): Y.UndoManager {
  const origins = new Set<unknown>([EDIT, ySyncPluginKey])
  let steps: readonly StackItem[] = []
  let afterOwnStep = false
  const manager: Y.UndoManager = new Y.UndoManager(doc, {
    trackedOrigins: new Set(origins),
    captureTimeout: 500,
    captureTransaction: (transaction) => {
      // An editor begins a transaction whenever a caret moves; nothing changed, so there is nothing to take back and redo stays.
      if (transaction.changed.size === 0) return false
      if (!origins.has(transaction.origin)) return true
      const [isAfterOwnStep, isStep] = [afterOwnStep, isOwnStep(transaction)]
      afterOwnStep = isStep
      const change = maybeLineChange(transaction)
      if (change !== null) addLineChange(manager, change, isAfterOwnStep || isStep)
      else if (isAfterOwnStep || isStep || isLineStep(manager.undoStack.at(-1))) manager.stopCapturing()
      return change === null
    },
    // Yjs has taken the step off its stack when it asks what may go: it is the one that stood where the stack now ends.
    deleteFilter: (item) => !isKept(item, doc, steps[stackInUse(manager).length]),
  })
  const remember = (transaction: Y.Transaction) => {
    if (transaction.origin === manager) steps = [...stackInUse(manager)]
  }
  doc.on('beforeTransaction', remember)
  for (const which of ['undo', 'redo'] as const) {
    const takeBack = mending(doc, manager[which].bind(manager))
    manager[which] = () => takeBackStep(manager, which, takeBack, takeBackLine(doc))
  }
  const { destroy } = manager
  manager.destroy = () => {
    doc.off('beforeTransaction', remember)
    destroy()
  }
  return manager
}

/** Taking back, after which everybody reads the same. */
function mending(doc: Y.Doc, takeBack: Y.UndoManager['undo']): Y.UndoManager['undo'] {
  return () => {
    const since = Y.getState(doc.store, doc.clientID)
    const step = takeBack()
    mendCrossedItems(doc, since)
    return step
  }
}

type StackItem = Y.UndoManager['undoStack'][number]

const stackInUse = (manager: Y.UndoManager): StackItem[] =>
  manager.undoing ? manager.undoStack : manager.redoStack

/** True when taking it back would take away what others wrote: a thing they wrote in, or a value such a thing was made with. */
function isKept(item: Y.Item, doc: Y.Doc, step: StackItem | undefined): boolean {
  if (holdsWorkOfOthers(item, doc)) return true
  const around = (item.parent as Y.AbstractType<unknown>)._item
  if (item.parentSub === null || around === null || step === undefined) return false
  return Y.isDeleted(step.insertions, around.id) && holdsWorkOfOthers(around, doc)
}
