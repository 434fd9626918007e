import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { drawProse } from '../../shared/document/drawing.ts'
import { writeProse } from '../../shared/document/write-prose.ts'
import { editorExtensions } from '../../shared/editor/extensions.ts'

const schema = getSchema(editorExtensions())

/** What an editor does with a text: the change is ProseMirror's, what it becomes in Yjs is the binding's. */
export function editProse(fragment: Y.XmlFragment, change: (transform: Transform) => void): void {
  const { node, drawing } = drawProse(fragment, schema)
  const transform = new Transform(node)
  change(transform)
  transform.doc.check()
  const { doc } = fragment
  if (!doc) throw new RangeError('editProse: the text is in no document')
  doc.transact(() => writeProse(fragment, transform.doc, drawing, endOf(transform)), ySyncPluginKey)
}

/** Where the last change ended: there the caret is. */
function endOf({ mapping }: Transform): number | null {
  let end: number | null = null
  mapping.maps.at(-1)?.forEach((_from, _to, _start, changed) => {
    end = changed
  })
  return end
}

/** Types text into a paragraph, `at` characters from its start; at its end when absent. */
export const type = (fragment: Y.XmlFragment, paragraph: number, text: string, at?: number): void =>
  editProse(fragment, (transform) => {
    const { start, node } = place(transform.doc, paragraph)
    transform.insert(start + (at ?? node.content.size), schema.text(text))
  })

/** Puts a fact into a paragraph, `at` characters from its start. */
export const insertField = (fragment: Y.XmlFragment, paragraph: number, name: string, at: number): void =>
  editProse(fragment, (transform) => {
    transform.insert(place(transform.doc, paragraph).start + at, schema.node('field', { name }))
  })

/** Backspace at the start of a paragraph. */
export const joinWithPrevious = (fragment: Y.XmlFragment, paragraph: number): void =>
  editProse(fragment, (transform) => {
    transform.join(place(transform.doc, paragraph).start - 1)
  })

/** Enter in a paragraph, `at` characters from its start. */
export const split = (fragment: Y.XmlFragment, paragraph: number, at: number): void =>
  editProse(fragment, (transform) => {
    transform.split(place(transform.doc, paragraph).start + at)
  })

export const removeParagraph = (fragment: Y.XmlFragment, paragraph: number): void =>
  editProse(fragment, (transform) => {
    const { start, node } = place(transform.doc, paragraph)
    transform.delete(start - 1, start - 1 + node.nodeSize)
  })

/** Takes letters out of a paragraph. */
export const erase = (fragment: Y.XmlFragment, paragraph: number, from: number, to: number): void =>
  editProse(fragment, (transform) => {
    const { start } = place(transform.doc, paragraph)
    transform.delete(start + from, start + to)
  })

export const embolden = (fragment: Y.XmlFragment, paragraph: number, from: number, to: number): void =>
  editProse(fragment, (transform) => {
    const { start } = place(transform.doc, paragraph)
    transform.addMark(start + from, start + to, schema.mark('bold'))
  })

function place(doc: Node, paragraph: number): { start: number; node: Node } {
  let start = 1
  for (let before = 0; before < paragraph; before++) start += doc.child(before).nodeSize
  return { start, node: doc.child(paragraph) }
}
