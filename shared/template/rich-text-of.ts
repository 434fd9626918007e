import type { ParagraphKind, RichText, RichTextBlock } from '../agreement/rich-text.ts'
import { readParagraphText, type TextNames } from './paragraph-text.ts'
import type { TemplateArticle, TemplateParagraph } from './template.ts'

/** The kind of an article's paragraphs that name none. */
export function textKindOf(article: Pick<TemplateArticle, 'textKind' | 'numbered'>): ParagraphKind {
  return article.textKind ?? (article.numbered ? 'clause' : 'plain')
}

/** Rich text from the paragraphs of a template; what is not understood stays as text. */
export function richTextOf(
  paragraphs: readonly TemplateParagraph[],
  kind: ParagraphKind,
  names: TextNames,
): RichText {
  return { type: 'doc', content: paragraphs.map((paragraph) => blockOf(paragraph, kind, names)) }
}

/**
 * Rich text from text as it was typed, one paragraph per line; empty lines only divide. For edited articles that come
 * in as plain text (`clauseOverrides`).
 */
export function richTextFromLines(text: string, kind: ParagraphKind, names: TextNames): RichText {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const filled = lines.filter((line) => line !== '')
  // An empty text keeps one paragraph, so that there is a place to type.
  const paragraphs = (filled.length > 0 ? filled : ['']).map((line) => ({
    text: line,
    kind: null,
    level: 0,
    onlyIf: null,
  }))
  return richTextOf(paragraphs, kind, names)
}

function blockOf(paragraph: TemplateParagraph, kind: ParagraphKind, names: TextNames): RichTextBlock {
  const content = readParagraphText(paragraph.text, names)
  if (content.kind === 'block') return { type: 'block', attrs: { name: content.name } }
  const attrs = { kind: paragraph.kind ?? kind, level: paragraph.level, onlyIf: paragraph.onlyIf }
  return { type: 'paragraph', attrs, content: content.inlines }
}
