import {
  emptyRichText,
  type Inline,
  MARKS,
  type Mark,
  type Paragraph,
  type RichText,
  type RichTextBlock,
  richTextDocument,
} from './rich-text.ts'

/**
 * The one form of equal rich texts: neighbours with the same marks joined, marks in fixed order, defaults written out,
 * never without a paragraph. Idempotent. Expects a valid rich text.
 */
export function canonicalRichText(input: unknown): RichText {
  const document = richTextDocument.parse(input ?? emptyRichText())
  const content = document.content.map(canonicalBlock)
  return content.length === 0 ? emptyRichText() : { type: 'doc', content }
}

function canonicalBlock(node: RichTextBlock): RichTextBlock {
  if (node.type === 'block') return { type: 'block', attrs: { name: node.attrs.name.toWellFormed() } }
  const content = joinText((node.content ?? []).map(canonicalInline))
  const { kind, level, onlyIf } = node.attrs
  const paragraph: Paragraph = {
    type: 'paragraph',
    attrs: { kind, level, onlyIf: onlyIf?.toWellFormed() ?? null },
  }
  return content.length === 0 ? paragraph : { ...paragraph, content }
}

function canonicalInline(node: Inline): Inline {
  switch (node.type) {
    case 'text':
      return textNode(node.text.toWellFormed(), node.marks ?? [])
    case 'hardBreak':
      return { type: 'hardBreak' }
    case 'field':
      return { type: 'field', attrs: { name: node.attrs.name.toWellFormed() } }
    case 'articleReference':
      return { type: 'articleReference', attrs: { articleId: node.attrs.articleId.toWellFormed() } }
    case 'roleWord':
      return {
        type: 'roleWord',
        attrs: { ...node.attrs, role: node.attrs.role.toWellFormed(), word: node.attrs.word.toWellFormed() },
      }
  }
}

function textNode(text: string, marks: readonly Mark[]): Inline {
  const ordered = MARKS.filter((type) => marks.some((mark) => mark.type === type)).map((type) => ({ type }))
  return ordered.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: ordered }
}

/** Joins neighbouring texts with the same marks, as every editor would. */
export function joinText(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const inline of inlines) {
    const last = joined.at(-1)
    if (inline.type === 'text' && last?.type === 'text' && sameMarks(last.marks, inline.marks)) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text }
    } else {
      joined.push(inline)
    }
  }
  return joined
}

function sameMarks(a: readonly Mark[] = [], b: readonly Mark[] = []): boolean {
  return a.length === b.length && a.every((mark, index) => mark.type === b[index]?.type)
}
