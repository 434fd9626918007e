import * as Y from 'yjs'
import type { Inline, RichText, RichTextBlock } from '../agreement/rich-text.ts'

/**
 * Writes rich text into an empty fragment exactly as y-tiptap does: nodes as elements, attributes that are null absent, runs of
 * text as one Y.XmlText with marks as formatting.
 */
export function writeRichText(fragment: Y.XmlFragment, body: RichText): void {
  fragment.insert(0, body.content.map(blockElement))
}

/** One paragraph or block, not yet in a document. */
export function blockElement(node: RichTextBlock): Y.XmlElement {
  const element = elementWith(node.type, node.attrs)
  if (node.type === 'paragraph') element.insert(0, inlineTypes(node.content ?? []))
  return element
}

/** What stands in a paragraph, not yet in a document. */
export function inlineTypes(inlines: readonly Inline[]): (Y.XmlElement | Y.XmlText)[] {
  const types: (Y.XmlElement | Y.XmlText)[] = []
  for (let at = 0; at < inlines.length; at++) {
    const inline = inlines[at]
    if (inline === undefined) break
    if (inline.type !== 'text') {
      types.push(elementWith(inline.type, inline.attrs ?? {}))
      continue
    }
    const run = inlines.slice(at).findIndex((next) => next.type !== 'text')
    const end = run === -1 ? inlines.length : at + run
    types.push(textType(inlines.slice(at, end)))
    at = end - 1
  }
  return types
}

function textType(run: readonly Inline[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(deltaOf(run))
  return text
}

type DeltaInsert = { insert: string; attributes: Record<string, object> }

/** A run of text with its marks, as Yjs inserts it. */
export function deltaOf(run: readonly Inline[]): DeltaInsert[] {
  return run.flatMap((inline) =>
    inline.type === 'text'
      ? [
          {
            insert: inline.text,
            attributes: Object.fromEntries(
              (inline.marks ?? []).map((mark) => [mark.type, 'attrs' in mark ? mark.attrs : {}]),
            ),
          },
        ]
      : [],
  )
}

type Attribute = string | number | boolean

function elementWith(name: string, attributes: Record<string, Attribute | null | undefined>): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, Attribute>>(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, value)
  }
  return element as unknown as Y.XmlElement
}
