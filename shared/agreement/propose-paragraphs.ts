import type { AgreementBody } from './agreement.ts'
import type { Inline, Paragraph, RichText, RichTextBlock } from './rich-text.ts'

/** A paragraph that somebody would put in before the one at `index`, or take out, as a suggestion with this id. */
export type ProposedParagraph = { id: string; articleId: string; index: number; paragraph: Paragraph | null }

type Texts = Pick<AgreementBody, 'articles' | 'annexes'>

/** The texts with proposed paragraphs in them as suggestions: all words of a new one are put in, all words of one that would go are taken out. */
export function withProposedParagraphs(
  { articles, annexes }: Texts,
  proposed: readonly ProposedParagraph[],
): Texts {
  const inText = <Text extends { id: string; body: RichText }>(text: Text): Text => {
    const mine = proposed.filter(({ articleId }) => articleId === text.id)
    return mine.length === 0
      ? text
      : { ...text, body: { ...text.body, content: changed(text.body.content, mine) } }
  }
  return { articles: articles.map(inText), annexes: annexes.map(inText) }
}

/** Where the paragraph that was at `index` stands among proposed ones. */
export function indexAmong(proposed: readonly ProposedParagraph[], articleId: string, index: number): number {
  const before = proposed.filter(
    (each) => each.articleId === articleId && each.paragraph !== null && each.index <= index,
  )
  return index + before.length
}

function changed(content: readonly RichTextBlock[], proposed: readonly ProposedParagraph[]): RichTextBlock[] {
  const newAt = (index: number) =>
    proposed.flatMap(({ id, paragraph, index: at }) =>
      paragraph !== null && at === index ? [suggested(paragraph, 'insertion', id)] : [],
    )
  const kept = content.flatMap((block, index) => {
    const removal = proposed.find((each) => each.paragraph === null && each.index === index)
    const now = removal && block.type === 'paragraph' ? suggested(block, 'deletion', removal.id) : block
    return [...newAt(index), now]
  })
  return [...kept, ...newAt(content.length)]
}

function suggested(paragraph: Paragraph, kind: 'insertion' | 'deletion', id: string): Paragraph {
  return {
    ...paragraph,
    content: (paragraph.content ?? []).map((inline) => withSuggestion(inline, kind, id)),
  }
}

function withSuggestion(inline: Inline, kind: 'insertion' | 'deletion', id: string): Inline {
  if (inline.type === 'text') {
    const others = (inline.marks ?? []).filter(({ type }) => type !== kind)
    return { ...inline, marks: [...others, { type: kind, attrs: { id } }] }
  }
  return { ...inline, attrs: { ...inline.attrs, [kind]: id } } as Inline
}
