import { maybeSuggestion, unmarked } from '../agreement/as-it-stands.ts'
import type { Paragraph, Inline as RichInline } from '../agreement/rich-text.ts'
import { drawInline, type Paper } from './inlines.ts'
import type { Inline, Written, WrittenParagraph } from './outline.ts'

/**
 * The words of a paragraph with what is proposed in them, each with its place. `isStanding`: it stands on paper. A paragraph that does not, or of
 * which every word would go, comes or goes as a whole.
 */
export function writtenParagraph(
  { content = [] }: Paragraph,
  index: number,
  isStanding: boolean,
  paper: Paper,
): { inlines: Inline[]; written: WrittenParagraph } {
  const inlines = writtenInlines(content, paper)
  const idOf = (kind: 'insertion' | 'deletion') =>
    inlines.find(({ written }) => written?.[kind])?.written?.[kind] ?? null
  const isGoing = inlines.length > 0 && inlines.every(({ written }) => written?.deletion)
  const written = {
    index,
    insertion: isStanding ? null : idOf('insertion'),
    deletion: isStanding && isGoing ? idOf('deletion') : null,
  }
  return { inlines, written }
}

function writtenInlines(content: readonly RichInline[], paper: Paper): Inline[] {
  let at = 0
  return content.flatMap((inline) => {
    const suggested = {
      insertion: maybeSuggestion(inline, 'insertion'),
      deletion: maybeSuggestion(inline, 'deletion'),
    }
    const pieces = drawInline(unmarked(inline), paper)
    const begin = at
    at += inline.type === 'text' ? inline.text.length : 1
    if (inline.type !== 'text')
      return pieces.map((piece) => ({ ...piece, written: { from: begin, to: at, ...suggested } }))
    return inText(pieces, begin, suggested)
  })
}

/** The lines of one text, and the breaks between them. */
function inText(pieces: readonly Inline[], begin: number, suggested: Omit<Written, 'from' | 'to'>): Inline[] {
  let at = begin
  return pieces.map((piece) => {
    const from = at
    at += piece.kind === 'text' ? piece.text.length : 1
    return { ...piece, written: { from, to: at, ...suggested } }
  })
}
