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
import { SUGGESTION_MARKS } from './suggestion.ts'

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
    case 'hardBreak': {
      const suggested = suggestedOf(node.attrs)
      return Object.keys(suggested).length === 0
        ? { type: 'hardBreak' }
        : { type: 'hardBreak', attrs: suggested }
    }
    case 'field':
      return {
        type: 'field',
        attrs: { name: node.attrs.name.toWellFormed(), ...suggestedOf(node.attrs) },
      }
    case 'articleReference': {
      const articleId = node.attrs.articleId.toWellFormed()
      return { type: 'articleReference', attrs: { articleId, ...suggestedOf(node.attrs) } }
    }
    case 'roleWord': {
      const { role, word, several, capital } = node.attrs
      const attrs = { role: role.toWellFormed(), word: word.toWellFormed(), several, capital }
      return { type: 'roleWord', attrs: { ...attrs, ...suggestedOf(node.attrs) } }
    }
  }
}

type Suggested = { insertion?: string | null | undefined; deletion?: string | null | undefined }

/** Only those that are there: a node without suggestions is as it always was. */
function suggestedOf(attrs: Suggested | undefined): { insertion?: string; deletion?: string } {
  const { insertion, deletion } = attrs ?? {}
  return { ...(insertion && { insertion }), ...(deletion && { deletion }) }
}

function textNode(text: string, marks: readonly Mark[]): Inline {
  const ordered = ORDER.flatMap((type) => marks.find((mark) => mark.type === type) ?? [])
  return ordered.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: ordered }
}

const ORDER = [...MARKS, ...SUGGESTION_MARKS]

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
  return a.length === b.length && a.every((mark, index) => isSameMark(mark, b[index]))
}

function isSameMark(one: Mark, other: Mark | undefined): boolean {
  if (one.type !== other?.type) return false
  return !('attrs' in one) || ('attrs' in other && one.attrs.id === other.attrs.id)
}
