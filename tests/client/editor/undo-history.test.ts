import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { historyCommandOf, undoHistory } from '../../../client/editor/undo-history.ts'
import { agreementBody } from '../../../shared/agreement/agreement.ts'
import { setField } from '../../../shared/document/edit.ts'
import { createUndoManager } from '../../../shared/document/undo.ts'
import { writeAgreement } from '../../../shared/document/write.ts'

const key = (name: string, more: object = {}) =>
  historyCommandOf({ key: name, ctrlKey: true, metaKey: false, shiftKey: false, altKey: false, ...more })

test('the keys of undo and redo, also of a Mac and with capitals', () => {
  expect(key('z')).toBe('undo')
  expect(key('Z', { shiftKey: true })).toBe('redo')
  expect(key('y')).toBe('redo')
  expect(key('z', { ctrlKey: false, metaKey: true })).toBe('undo')
  expect(key('z', { ctrlKey: false })).toBeNull()
  expect(key('z', { altKey: true })).toBeNull()
  expect(key('b')).toBeNull()
})

test('the history says what can be taken back, and tells when that changes', () => {
  const doc = new Y.Doc()
  writeAgreement(doc, agreementBody.parse({}))
  const history = undoHistory(createUndoManager(doc))
  const states: string[] = []
  const stop = history.subscribe(() => states.push(history.state()))
  expect(history.state()).toBe('none')
  expect(history.undo()).toBe(false)
  setField(doc, 'place', 'Weidehaven')
  expect(history.state()).toBe('undo')
  expect(history.undo()).toBe(true)
  expect(history.state()).toBe('redo')
  expect(history.redo()).toBe(true)
  expect(states).toContain('undo')
  expect(states).toContain('redo')
  stop()
})

test('a caret that moves after undo leaves what can be done again: an empty change of an editor is no step', () => {
  const doc = new Y.Doc()
  writeAgreement(doc, agreementBody.parse({}))
  const history = undoHistory(createUndoManager(doc))
  setField(doc, 'place', 'Weidehaven')
  history.undo()
  doc.transact(() => {}, ySyncPluginKey)
  expect(history.state()).toBe('redo')
  expect(history.redo()).toBe(true)
})
