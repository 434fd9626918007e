import type { AgreementBody } from '../agreement/agreement.ts'
import type { Paragraph, RichTextBlock } from '../agreement/rich-text.ts'

/** The number of every article and annex by id: numbered articles count from 1, annexes by themselves; else null. */
export function drawNumbers(body: Pick<AgreementBody, 'articles' | 'annexes'>): Map<string, string | null> {
  let last = 0
  const articles = body.articles.map((article): [string, string | null] => [
    article.id,
    article.numbered === true ? String(++last) : null,
  ])
  const annexes = body.annexes.map((annex, index): [string, string | null] => [annex.id, String(index + 1)])
  return new Map([...articles, ...annexes])
}

/** Whether a paragraph stands on paper, and under which number; `number` is null for what takes none. */
export type DrawnParagraph = { shown: boolean; number: string | null }

/**
 * Numbers the content of one article or annex: clauses 1, 2, 3 when the article is numbered, sub-clauses a, b, c that begin
 * again under every clause, a next level i, ii, iii. Tables and lists take no number and the count goes on after them.
 * `isShown` tells which paragraphs stand on paper; one that does not takes no number. The result is parallel to `content`.
 */
export function drawParagraphNumbers(
  content: readonly RichTextBlock[],
  numbered: boolean,
  isShown: (paragraph: Paragraph) => boolean,
): DrawnParagraph[] {
  const counts = [0, 0, 0, 0]
  return content.map((block) => {
    if (block.type === 'block') return { shown: true, number: null }
    if (!isShown(block)) return { shown: false, number: null }
    const depth = numberingDepth(block)
    if (depth === null || (depth === 0 && !numbered)) return { shown: true, number: null }
    counts[depth] = (counts[depth] ?? 0) + 1
    counts.fill(0, depth + 1)
    return { shown: true, number: NUMERALS[depth]?.(counts[depth]) ?? null }
  })
}

/** 0 for a clause, 1 to 3 for a sub-clause; null for a paragraph that is not numbered. */
export function numberingDepth(paragraph: Paragraph): number | null {
  if (paragraph.attrs.kind === 'clause') return 0
  return paragraph.attrs.kind === 'subclause' ? Math.max(1, paragraph.attrs.level) : null
}

const NUMERALS: readonly ((count: number) => string)[] = [String, letters, roman, String]

/** 1 → a, 26 → z, 27 → aa, 28 → bb: as Word counts its lower letters (ECMA-376 part 1, 17.18.59 lowerLetter). */
function letters(count: number): string {
  const letter = String.fromCharCode(97 + ((count - 1) % 26))
  return letter.repeat(Math.ceil(count / 26))
}

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(count: number): string {
  const found = ROMAN.find(([value]) => value <= count)
  return found ? found[1] + roman(count - found[0]) : ''
}
