import * as Y from 'yjs'
import { canonicalRichText, joinText } from '../agreement/canonical-rich-text.ts'
import {
  type Inline,
  MARKS,
  type Mark,
  type Paragraph,
  type RichText,
  type RichTextBlock,
  richTextDocument,
} from '../agreement/rich-text.ts'
import { SUGGESTION_MARKS, suggestionIdOf } from '../agreement/suggestion.ts'
import { describeFound, type Message, type WithMessages } from '../support/message.ts'

/**
 * Reads the rich text of a fragment. Never throws on what a peer could have written: a node or mark this edition does not know
 * gives its text and a message; the document itself keeps it.
 */
export function readRichText(fragment: Y.XmlFragment, path: string): WithMessages<RichText> {
  const messages: Message[] = []
  const content = fragment.toArray().map((child) => readBlock(child, path, messages))
  return { value: canonicalRichText({ type: 'doc', content }), messages }
}

/** What can stand in a rich text or in a paragraph, whoever put it there. */
export type Child = Y.XmlElement | Y.XmlText | Y.XmlHook

/** Reads one paragraph or block, as `readRichText` does. */
export function readBlock(child: Child, path: string, messages: Message[]): RichTextBlock {
  if (child instanceof Y.XmlElement && (child.nodeName === 'block' || child.nodeName === 'paragraph')) {
    const read = blockFromElement(child, path, messages)
    if (read !== null) return read
  }
  messages.push(unknownNode(path, child))
  return plainParagraph(textsIn(child))
}

function blockFromElement(element: Y.XmlElement, path: string, messages: Message[]): RichTextBlock | null {
  const attrs = element.getAttributes()
  const candidate =
    element.nodeName === 'block'
      ? { type: 'block', attrs }
      : {
          type: 'paragraph',
          attrs,
          content: joinText(element.toArray().flatMap((child) => readInline(child, path, messages))),
        }
  return maybeBlock(candidate) ?? maybeBlock({ ...candidate, attrs: {} })
}

function maybeBlock(candidate: unknown): RichTextBlock | null {
  const checked = richTextDocument.safeParse({ type: 'doc', content: [candidate] })
  return checked.success ? (checked.data.content[0] ?? null) : null
}

function readInline(child: Child, path: string, messages: Message[]): Inline[] {
  if (child instanceof Y.XmlText) return readText(child, path, messages)
  const candidate =
    child instanceof Y.XmlElement ? { type: child.nodeName, attrs: readAttributes(child) } : null
  const paragraph = candidate && maybeBlock({ type: 'paragraph', attrs: {}, content: [candidate] })
  const inline = paragraph?.type === 'paragraph' ? paragraph.content?.[0] : undefined
  if (inline !== undefined) return [inline]
  messages.push(unknownNode(path, child))
  return textsIn(child).map((text) => ({ type: 'text', text }))
}

/** A suggestion on a node counts whatever a peer wrote as its id. */
function readAttributes(element: Y.XmlElement): Record<string, unknown> {
  const attrs: Record<string, unknown> = element.getAttributes()
  for (const name of SUGGESTION_MARKS) if (name in attrs) attrs[name] = suggestionIdOf(attrs[name])
  return attrs
}

type DeltaPart = { insert?: unknown; attributes?: Record<string, unknown> }

function readText(text: Y.XmlText, path: string, messages: Message[]): Inline[] {
  return (text.toDelta() as DeltaPart[]).flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string' || insert === '') return []
    const marks = readMarks(attributes, path, messages)
    return [
      marks.length === 0
        ? { type: 'text' as const, text: insert }
        : { type: 'text' as const, text: insert, marks },
    ]
  })
}

/** y-tiptap appends `--hash` to the name of a mark that may overlap itself. */
function readMarks(attributes: Record<string, unknown>, path: string, messages: Message[]): Mark[] {
  const names = Object.keys(attributes).map((name) => name.split('--')[0] ?? name)
  for (const name of names) {
    if (!KNOWN.includes(name)) {
      messages.push({
        path,
        reason: 'unknown_mark',
        expected: `one of ${KNOWN.join(', ')}`,
        found: describeFound(name),
      })
    }
  }
  return [
    ...MARKS.filter((type) => names.includes(type)).map((type) => ({ type })),
    ...SUGGESTION_MARKS.flatMap((type) => {
      const id = suggestionIdOf(attributes[type])
      return id === null ? [] : [{ type, attrs: { id } }]
    }),
  ]
}

const KNOWN: readonly string[] = [...MARKS, ...SUGGESTION_MARKS]

/** Every run of text inside a node, however deep. */
function textsIn(child: Child): string[] {
  if (child instanceof Y.XmlText) {
    const text = (child.toDelta() as DeltaPart[])
      .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
      .join('')
    return text === '' ? [] : [text]
  }
  return child instanceof Y.XmlElement ? child.toArray().flatMap(textsIn) : []
}

function plainParagraph(texts: readonly string[]): Paragraph {
  const content = texts.map((text) => ({ type: 'text' as const, text }))
  return { type: 'paragraph', attrs: { kind: 'plain', level: 0, onlyIf: null }, content }
}

function unknownNode(path: string, child: Child): Message {
  const found = child instanceof Y.XmlElement ? child.nodeName : 'text outside a paragraph'
  return {
    path,
    reason: 'unknown_node',
    expected: 'a paragraph, block or inline node of this edition',
    found: describeFound(found),
  }
}
