import { getSchema } from '@tiptap/core'
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { editorExtensions } from '../../../shared/editor/extensions.ts'
import { insertPiece, type Piece } from '../../../shared/editor/insert.ts'

const schema = getSchema(editorExtensions())
const p = (text: string) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])
const block = schema.node('block', { name: 'results' })

function withPiece(doc: ReturnType<typeof schema.node>, at: number | 'block', piece: Piece): string[] {
  const state = EditorState.create({ doc })
  const selection = at === 'block' ? NodeSelection.create(doc, 0) : TextSelection.create(doc, at)
  const chosen = state.apply(state.tr.setSelection(selection))
  let made = chosen
  expect(insertPiece(piece)(chosen, (tr) => (made = chosen.apply(tr)))).toBe(true)
  return made.doc.children.map((child) => child.toString())
}

const doc = (...children: ReturnType<typeof p>[]) => schema.node('doc', null, children)
const fact: Piece = { type: 'field', attrs: { name: 'goal' } }
const table: Piece = { type: 'block', attrs: { name: 'meetings' } }
const word = (capital = false): Piece => ({
  type: 'roleWord',
  attrs: { role: 'municipality', word: 'de gemeente', several: 'word', capital },
})

describe('inserting a piece of the agreement', () => {
  test('a fact stands in the sentence where the caret is', () => {
    expect(withPiece(doc(p('Het doel is .')), 13, fact)).toEqual(['paragraph("Het doel is ", field, ".")'])
  })
  test('a table comes after the paragraph, or in the place of an empty one', () => {
    expect(withPiece(doc(p('Zo.'), p('Slot.')), 2, table)).toEqual([
      'paragraph("Zo.")',
      'block',
      'paragraph("Slot.")',
    ])
    expect(withPiece(doc(p('Zo.'), p('')), 6, table)).toEqual(['paragraph("Zo.")', 'block'])
    expect(withPiece(doc(p('')), 1, table)).toEqual(['paragraph', 'block'])
  })
  test('a table that is chosen stays: the fact comes in a paragraph after it', () => {
    expect(withPiece(doc(block, p('Slot.')), 'block', fact)).toEqual([
      'block',
      'paragraph(field)',
      'paragraph("Slot.")',
    ])
  })
  test('a party word gets its capital at the start of a sentence and nowhere else', () => {
    const capitals = (text: string) => {
      const state = EditorState.create({ doc: doc(p(text)) })
      const at = state.apply(state.tr.setSelection(TextSelection.create(state.doc, text.length + 1)))
      let made = at
      insertPiece(word())(at, (tr) => (made = at.apply(tr)))
      return made.doc.firstChild?.lastChild?.attrs.capital
    }
    expect([capitals(''), capitals('Klaar. '), capitals('Met '), capitals('art. 1 en ')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
