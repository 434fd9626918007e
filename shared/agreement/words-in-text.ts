import type { AgreementBody } from './agreement.ts'
import { asItStands } from './as-it-stands.ts'
import type { RichText } from './rich-text.ts'

/** Which of these words stand in the prose of the articles and annexes, whatever their capitals; "trekkers" counts for "trekker". */
export function wordsInText(
  { articles, annexes }: Pick<AgreementBody, 'articles' | 'annexes'>,
  words: readonly string[],
): Set<string> {
  const prose = [...articles, ...annexes]
    .map(({ body }) => proseOf(asItStands(body)))
    .join('\n')
    .toLowerCase()
  return new Set(words.filter((word) => prose.includes(word.trim().toLowerCase())))
}

/** A word of a role has no letters of its own here; its label is known to the template. */
function proseOf({ content }: RichText): string {
  return content
    .flatMap((node) => (node.type === 'paragraph' ? (node.content ?? []) : []))
    .map((inline) =>
      inline.type === 'text' ? inline.text : inline.type === 'roleWord' ? inline.attrs.word : ' ',
    )
    .join('')
}
