import type { UndoManager } from 'yjs'

/** Undo and redo of one person over the whole agreement, as the toolbar and the keys use it. */
export type UndoHistory = {
  undo(): boolean
  redo(): boolean
  /** What comes next is a step of its own, however soon it comes: another place is another thought. */
  beginStep(): void
  /** `canUndo`, `canRedo` as one word, so that it compares by value. */
  state(): HistoryState
  subscribe(listener: () => void): () => void
}

export type HistoryState = 'none' | 'undo' | 'redo' | 'both'

const EVENTS = ['stack-item-added', 'stack-item-updated', 'stack-item-popped', 'stack-cleared'] as const

/** Wraps the undo manager of the document. Commands answer whether there was something to undo. */
export function undoHistory(manager: UndoManager): UndoHistory {
  return {
    undo: () => manager.undo() !== null,
    redo: () => manager.redo() !== null,
    beginStep: () => manager.stopCapturing(),
    state: () => stateOf(manager.undoStack.length > 0, manager.redoStack.length > 0),
    subscribe: (listener) => {
      for (const event of EVENTS) manager.on(event, listener)
      return () => {
        for (const event of EVENTS) manager.off(event, listener)
      }
    },
  }
}

function stateOf(canUndo: boolean, canRedo: boolean): HistoryState {
  if (canUndo) return canRedo ? 'both' : 'undo'
  return canRedo ? 'redo' : 'none'
}

/** What a key asks of the history: Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z, with Command instead of Control on a Mac. */
export function historyCommandOf(event: {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'y' && !event.shiftKey) return 'redo'
  return key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : null
}
