import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type Command, EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import type { ParagraphKind } from '../../../shared/agreement/rich-text.ts'
import { editorExtensions } from '../../../shared/editor/extensions.ts'
import {
  indent,
  liftAtStart,
  outdent,
  setKind,
  splitParagraph,
} from '../../../shared/editor/paragraph-commands.ts'
import { unmarkAtoms } from '../../../shared/editor/unmark-atoms.ts'

const schema = getSchema(editorExtensions())

function p(text: string, kind: ParagraphKind = 'clause', level = 0, onlyIf: string | null = null): Node {
  return schema.node('paragraph', { kind, level, onlyIf }, text === '' ? [] : [schema.text(text)])
}

/** A state with the caret at `offset` inside the first paragraph, counted from its start. */
function stateOf(paragraphs: Node[], offset = 0): EditorState {
  const doc = schema.node('doc', null, paragraphs)
  return EditorState.create({ doc, selection: TextSelection.create(doc, 1 + offset) })
}

/** Runs the command; the paragraphs afterwards as `kind level text`, or null when it said it cannot. */
function shapesAfter(state: EditorState, command: Command): string[] | null {
  let next = state
  const could = command(state, (transaction) => {
    next = state.apply(transaction)
  })
  expect(command(state)).toBe(could)
  if (!could) {
    expect(next).toBe(state)
    return null
  }
  return next.doc.children.map((each) => `${each.attrs.kind} ${each.attrs.level} ${each.textContent}`)
}

describe('Enter', () => {
  test('in a sentence makes two paragraphs of the same kind, level and condition', () => {
    const state = stateOf([p('eentwee', 'bullet', 1, 'fixed_term')], 3)
    expect(shapesAfter(state, splitParagraph)).toEqual(['bullet 1 een', 'bullet 1 twee'])
    let next = state
    splitParagraph(state, (transaction) => {
      next = state.apply(transaction)
    })
    expect(next.doc.children.map((each) => each.attrs.onlyIf)).toEqual(['fixed_term', 'fixed_term'])
  })
  test('at the end of a sentence with a condition starts one without', () => {
    const state = stateOf([p('een', 'clause', 0, 'fixed_term')], 3)
    let next = state
    splitParagraph(state, (transaction) => {
      next = state.apply(transaction)
    })
    expect(next.doc.children.map((each) => each.attrs.onlyIf)).toEqual(['fixed_term', null])
  })
  test('after a heading starts a clause', () => {
    expect(shapesAfter(stateOf([p('Kop', 'heading')], 3), splitParagraph)).toEqual([
      'heading 0 Kop',
      'clause 0 ',
    ])
  })
  test('in an empty bullet or sub-clause steps back instead', () => {
    expect(shapesAfter(stateOf([p('', 'bullet')]), splitParagraph)).toEqual(['clause 0 '])
    expect(shapesAfter(stateOf([p('', 'subclause', 2)]), splitParagraph)).toEqual(['subclause 1 '])
  })
})

describe('Tab and Shift-Tab', () => {
  test('make a sub-clause of a clause, go deeper to the third level, and say so when they cannot', () => {
    expect(shapesAfter(stateOf([p('x')]), indent)).toEqual(['subclause 0 x'])
    expect(shapesAfter(stateOf([p('x', 'subclause', 2)]), indent)).toEqual(['subclause 3 x'])
    expect(shapesAfter(stateOf([p('x', 'subclause', 3)]), indent)).toBeNull()
    expect(shapesAfter(stateOf([p('x', 'subclause', 0)]), outdent)).toEqual(['clause 0 x'])
    expect(shapesAfter(stateOf([p('x')]), outdent)).toBeNull()
  })
})

describe('Backspace', () => {
  test('at the start lifts step by step and then leaves joining to the editor', () => {
    expect(shapesAfter(stateOf([p('x', 'subclause', 1)]), liftAtStart)).toEqual(['subclause 0 x'])
    expect(shapesAfter(stateOf([p('x', 'subclause', 0)]), liftAtStart)).toEqual(['clause 0 x'])
    expect(shapesAfter(stateOf([p('x')]), liftAtStart)).toEqual(['plain 0 x'])
    expect(shapesAfter(stateOf([p('x', 'plain')]), liftAtStart)).toBeNull()
  })
  test('inside a paragraph is not a command of ours', () => {
    expect(shapesAfter(stateOf([p('xy')], 1), liftAtStart)).toBeNull()
  })
})

test('choosing a kind changes the paragraph, and says so when it is of that kind already', () => {
  expect(shapesAfter(stateOf([p('x')]), setKind('note'))).toEqual(['note 0 x'])
  expect(shapesAfter(stateOf([p('x', 'note')]), setKind('note'))).toBeNull()
})

test('a mark over a field falls off the field, because others would never see it', () => {
  const doc = schema.node('doc', null, [
    schema.node('paragraph', null, [schema.text('a'), schema.node('field', { name: 'goal' })]),
  ])
  const state = EditorState.create({ doc, plugins: [unmarkAtoms()] })
  const bold = schema.mark('bold')
  const next = state.apply(state.tr.addMark(1, 3, bold))
  expect(next.doc.firstChild?.children.map((each) => each.marks.length)).toEqual([1, 0])
})
