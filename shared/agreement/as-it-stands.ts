import type { AgreementBody } from './agreement.ts'
import { joinText } from './canonical-rich-text.ts'
import type { Inline, Paragraph, RichText, RichTextBlock } from './rich-text.ts'
import { SUGGESTION_MARKS, type SuggestionMark } from './suggestion.ts'

/**
 * The text without what is only proposed: words that somebody would put in are left out, words that somebody would take out stand,
 * and no mark of a suggestion is left. The paragraphs stay one to one. A text without suggestions is given back itself.
 */
export function asItStands(text: RichText): RichText {
  const known = standing.get(text)
  if (known !== undefined) return known
  const value = withoutSuggestions(text)
  standing.set(text, value)
  return value
}

/** One text is asked for by the paper, the advice, the hash: it is worked out once. */
const standing = new WeakMap<RichText, RichText>()

function withoutSuggestions(text: RichText): RichText {
  if (!holdsSuggestions(text)) return text
  return { ...text, content: text.content.map(standingBlock) }
}

/** The agreement with every text as it stands; itself when nothing is proposed in it. */
export function agreementAsItStands<Body extends Pick<AgreementBody, 'articles' | 'annexes'>>(
  body: Body,
): Body {
  const articles = textsAsTheyStand(body.articles)
  const annexes = textsAsTheyStand(body.annexes)
  if (articles === body.articles && annexes === body.annexes) return body
  return { ...body, articles, annexes }
}

function textsAsTheyStand<Text extends { body: RichText }>(texts: Text[]): Text[] {
  if (texts.every(({ body }) => asItStands(body) === body)) return texts
  return texts.map((text) => ({ ...text, body: asItStands(text.body) }))
}

/** True when somebody proposes something in this text. */
export function holdsSuggestions({ content }: RichText): boolean {
  return content.some(
    (block) =>
      block.type === 'paragraph' &&
      (block.content ?? []).some((inline) =>
        SUGGESTION_MARKS.some((type) => maybeSuggestion(inline, type) !== null),
      ),
  )
}

/** The id of the suggestion of this kind on a piece of a paragraph, or null. */
export function maybeSuggestion(inline: Inline, type: SuggestionMark): string | null {
  if (inline.type !== 'text') return inline.attrs?.[type] ?? null
  for (const mark of inline.marks ?? []) if (mark.type === type) return mark.attrs.id
  return null
}

function standingBlock(block: RichTextBlock): RichTextBlock {
  if (block.type !== 'paragraph' || block.content === undefined) return block
  const { content: _, ...paragraph } = block
  const content = joinText(
    block.content.filter((inline) => maybeSuggestion(inline, 'insertion') === null).map(unmarked),
  )
  return content.length === 0 ? (paragraph satisfies Paragraph) : { ...paragraph, content }
}

/** A piece of a paragraph without the marks of suggestions. */
export function unmarked(inline: Inline): Inline {
  switch (inline.type) {
    case 'text': {
      const { marks = [], ...text } = inline
      const kept = marks.filter((mark) => !('attrs' in mark))
      return kept.length === 0 ? text : { ...text, marks: kept }
    }
    case 'hardBreak':
      return { type: 'hardBreak' }
    case 'field':
      return { ...inline, attrs: withoutIds(inline.attrs) }
    case 'articleReference':
      return { ...inline, attrs: withoutIds(inline.attrs) }
    case 'roleWord':
      return { ...inline, attrs: withoutIds(inline.attrs) }
  }
}

function withoutIds<Attrs extends { insertion?: unknown; deletion?: unknown }>({
  insertion: _insertion,
  deletion: _deletion,
  ...attrs
}: Attrs): Omit<Attrs, 'insertion' | 'deletion'> {
  return attrs
}
