import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { expect, test } from 'vitest'
import { proposedBy } from '../../../client/editor/proposed-by.ts'
import type { SuggestMode } from '../../../client/editor/suggest-mode.ts'
import { editorExtensions } from '../../../shared/editor/extensions.ts'

const schema = getSchema(editorExtensions())

test('a text is drawn again when its own proposals are called otherwise, and not for those of another text', () => {
  const keys = { a: 'Fatima', b: 'Noor' }
  const listeners: (() => void)[] = []
  const mode = {
    authorOf: () => null,
    key: (place: string) => keys[place as 'a' | 'b'],
    subscribe: (listener: () => void) => {
      listeners.push(listener)
      return () => {}
    },
  } as unknown as SuggestMode
  const drawn = { a: 0, b: 0 }
  for (const place of ['a', 'b'] as const) {
    const plugin = proposedBy({ mode, place })
    const dom = { querySelectorAll: () => [] }
    const view = { dom, state: EditorState.create({ schema }), dispatch: () => drawn[place]++ }
    plugin.spec.view?.(view as unknown as EditorView)
  }
  const tell = () => {
    for (const listener of listeners) listener()
  }
  tell()
  expect(drawn).toEqual({ a: 0, b: 0 })
  keys.b = 'Noor en Henk'
  tell()
  tell()
  expect(drawn).toEqual({ a: 0, b: 1 })
})
