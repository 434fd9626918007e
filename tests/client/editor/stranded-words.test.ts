import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { bringAlong } from '../../../client/editor/stranded-words.ts'
import { editorExtensions } from '../../../shared/editor/extensions.ts'

const schema = getSchema(editorExtensions())

/** Paragraphs parted by `|`, the caret at `^`. */
function stateOf(text: string): EditorState {
  const paragraphs = text.split('|').map((words) => words.replace('^', ''))
  const doc = schema.node(
    'doc',
    null,
    paragraphs.map((words) => schema.node('paragraph', null, words === '' ? [] : [schema.text(words)])),
  )
  const [before = ''] = text.split('^')
  const caret = 1 + [...before].reduce((size, sign) => size + (sign === '|' ? 2 : 1), 0)
  return EditorState.create({ doc, selection: TextSelection.create(doc, caret) })
}

const shown = ({ doc, selection }: Pick<EditorState, 'doc' | 'selection'>): string => {
  let text = ''
  doc.forEach((paragraph, at) => {
    const caret = selection.head - at - 1
    const words = paragraph.textContent
    const holds = caret >= 0 && caret <= words.length
    text += `|${holds ? `${words.slice(0, caret)}^${words.slice(caret)}` : words}`
  })
  return text.slice(1)
}

const brought = (was: string, now: string, count: number): string | null => {
  const moved = bringAlong(stateOf(was), stateOf(now), count)
  return moved && shown(moved)
}

test('words typed at the end of a sentence that another breaks in two go to the end of its second half', () => {
  expect(brought('een twee drie en^|vier', 'een twee en^| drie|vier', 3)).toBe('een twee| drie en^|vier')
})

test('words typed in the midst of the second half go to where they were typed', () => {
  expect(brought('een twee dNU^rie', 'een tweeNU^| drie', 2)).toBe('een twee| dNU^rie')
})

test('words typed in the first half stay, also where the break itself is', () => {
  expect(brought('een NU^twee drie', 'een NU^twee| drie', 2)).toBeNull()
  expect(brought('een tweeNU^ drie', 'een tweeNU^| drie', 2)).toBeNull()
})

test('words typed in what another takes out stay where it was', () => {
  expect(brought('een tweNU^e drie', 'een NU^ drie', 2)).toBeNull()
})
