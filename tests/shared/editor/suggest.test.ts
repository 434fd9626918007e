import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { editorExtensions } from '../../../shared/editor/extensions.ts'
import { splitParagraph } from '../../../shared/editor/paragraph-commands.ts'
import { asSuggestion, keepPlainWords } from '../../../shared/editor/suggest.ts'

const schema = getSchema(editorExtensions())
const insertion = (id: string) => schema.mark('insertion', { id })
const deletion = (id: string) => schema.mark('deletion', { id })

/** One clause: "Elke [week] komen wij.", the word with these marks. */
function clause(marks: ReturnType<typeof insertion>[] = [], at = 10): EditorState {
  const words = [schema.text('Elke '), schema.text('week', marks), schema.text(' komen wij.')]
  const doc = schema.node('doc', null, [
    schema.node('paragraph', null, words),
    schema.node('paragraph', null, schema.text('Samen.')),
  ])
  const state = EditorState.create({ doc, schema })
  return state.apply(state.tr.setSelection(TextSelection.create(doc, at)))
}

const hand = { newId: () => 'new', isOwn: (id: string) => id === 'new' || id === 'mine' }

/** The first clause afterwards: what is put in between + and +, what is taken out between - and -; and where the caret is. */
function suggested(state: EditorState, tr: Transaction): { text: string; caret: number } {
  const turned = asSuggestion(tr, state, hand)
  if (typeof turned === 'string') throw new Error(turned)
  turned.doc.check()
  const text = turned.doc.child(0).children.map((node) => {
    const sign = { insertion: '+', deletion: '-' }
    return node.marks.reduce(
      (inside, { type, attrs }) => {
        const around = sign[type.name as keyof typeof sign]
        return `${around}${attrs.id}:${inside}${around}`
      },
      node.isText ? (node.text ?? '') : `{${node.attrs.insertion}/${node.attrs.deletion}}`,
    )
  })
  return { text: text.join(''), caret: turned.selection.from }
}

test('typed words get the mark of an insertion, with the id of the own run they touch', () => {
  const state = clause()
  expect(suggested(state, state.tr.insertText('s', 10)).text).toBe('Elke week+new:s+ komen wij.')
  const mine = clause([insertion('mine')])
  expect(suggested(mine, mine.tr.insertText('s', 10)).text).toBe('Elke +mine:weeks+ komen wij.')
  const theirs = clause([insertion('theirs')])
  expect(suggested(theirs, theirs.tr.insertText('s', 10)).text).toBe('Elke +theirs:week++new:s+ komen wij.')
})

test('a word that is replaced stays with the mark of a deletion before the new one, both in one run', () => {
  const state = clause()
  const tr = state.tr.insertText('maand', 6, 10)
  expect(suggested(state, tr).text).toBe('Elke -new:week-+new:maand+ komen wij.')
})

test('own proposed words really go, words of another proposal and words that are to go already stay', () => {
  const mine = clause([insertion('mine')])
  expect(suggested(mine, mine.tr.delete(6, 10)).text).toBe('Elke  komen wij.')
  const theirs = clause([insertion('theirs')])
  expect(suggested(theirs, theirs.tr.delete(6, 10)).text).toContain('theirs:')
  const going = clause([deletion('theirs')])
  expect(suggested(going, going.tr.delete(6, 10)).text).toBe('Elke -theirs:week- komen wij.')
})

test('Backspace goes on to the left of what it took, Delete to the right', () => {
  const backspace = clause([], 10)
  expect(suggested(backspace, backspace.tr.delete(9, 10))).toEqual({
    text: 'Elke wee-new:k- komen wij.',
    caret: 9,
  })
  const forward = clause([], 9)
  expect(suggested(forward, forward.tr.delete(9, 10)).caret).toBe(10)
})

test('a fact in the sentence is proposed as a word is', () => {
  const state = clause()
  const tr = state.tr.insert(10, schema.node('field', { name: 'goal' }))
  expect(suggested(state, tr).text).toBe('Elke week{new/null} komen wij.')
})

test('what cannot be a mark on words is refused with its reason', () => {
  const state = clause([], 10)
  const refused = (tr: Transaction) => asSuggestion(tr, state, hand)
  splitParagraph(state, (tr) => expect(refused(tr)).toBe('paragraphs'))
  expect(refused(state.tr.join(22))).toBe('paragraphs')
  expect(refused(state.tr.addMark(6, 10, schema.mark('bold')))).toBe('look')
  expect(refused(state.tr.setNodeMarkup(0, null, { kind: 'note', level: 0, onlyIf: null }))).toBe('kind')
  expect(refused(state.tr.insert(22, schema.node('block', { name: 'parties' })))).toBe('table')
})

test('what is written plainly between words that another would take out does not go with them', () => {
  const state = clause([deletion('theirs')])
  const tr = state.tr.insertText('x', 8)
  keepPlainWords(tr)
  expect(tr.doc.child(0).children.map((node) => [node.text, node.marks.length])).toEqual([
    ['Elke ', 0],
    ['we', 1],
    ['x', 0],
    ['ek', 1],
    [' komen wij.', 0],
  ])
})
