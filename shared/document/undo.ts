import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { EDIT } from './layout.ts'

/**
 * One undo manager for one person and the whole agreement: prose and tables in one history. It follows changes made on this side
 * only, through `edit.ts` and the editors, so it never undoes another's work.
 */
export function createUndoManager(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager(doc, { trackedOrigins: new Set([EDIT, ySyncPluginKey]), captureTimeout: 500 })
}
