import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { canonicalRichText } from '../../../shared/agreement/canonical-rich-text.ts'
import { writeRichText } from '../../../shared/document/rich-text-write.ts'
import { clauses } from '../../support/agreement.ts'
import { removeParagraph } from '../../support/edit-prose.ts'
import { editorOf, schema } from '../../support/editor-without-page.ts'

test('when two take out each other’s last paragraph, no text is left, and who writes on begins in an empty one', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  const fragment = one.getXmlFragment('text')
  const theirs = other.getXmlFragment('text')
  writeRichText(fragment, canonicalRichText(clauses('Een.', 'Twee.')))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  const editor = editorOf(fragment)
  editor.dispatch(editor.state.tr.delete(0, editor.state.doc.child(0).nodeSize))
  removeParagraph(theirs, 1)
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  expect(editor.state.doc.textContent).toBe('')
  editor.dispatch(editor.state.tr.insertText('Drie.', 1))
  expect(fragment.toArray().map((child) => child.toString())).toEqual([expect.stringContaining('Drie.')])
})

const fact = () => schema.node('field', { name: 'area' })

test.each<[string, (edit: Transaction) => Transaction]>([
  ['puts a fact before it', (edit) => edit.insert(3, fact())],
  ['puts a fact before it and breaks the paragraph behind it', (edit) => edit.insert(3, fact()).split(8)],
  [
    'puts a fact before it and breaks the paragraph between the two',
    (edit) => edit.insert(3, fact()).split(4),
  ],
  ['puts a fact before it and writes right behind it', (edit) => edit.insert(3, fact()).insertText('x', 6)],
  [
    'puts a fact before it, breaks the paragraph and takes out the word before it',
    (edit) => edit.insert(3, fact()).split(4).delete(6, 7),
  ],
])('the caret stays behind its letter when another %s in one go', (_, change) => {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  const fragment = one.getXmlFragment('text')
  writeRichText(fragment, canonicalRichText(clauses('abcdefgh', 'ijkl')))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  const [editor, theirs] = [editorOf(fragment), editorOf(other.getXmlFragment('text'))]
  editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 5)))
  theirs.dispatch(change(theirs.state.tr))
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  const { doc, selection } = editor.state
  expect(doc.eq(theirs.state.doc)).toBe(true)
  expect(doc.textBetween(selection.head - 1, selection.head)).toBe('d')
})
