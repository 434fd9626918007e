import type { Direction } from './text-direction.ts'

/** Letters that are written from right to left, with the marks on them (Unicode Standard Annex 9, 3.2: R and AL). */
const FROM_RIGHT =
  '[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}]\\p{M}*'
const LETTERS_FROM_RIGHT = new RegExp(FROM_RIGHT, 'gu')
const LETTER = /\p{L}/gu
/** Letters of one direction, or what stands between letters and has none of its own: spaces, digits, signs. */
const PIECES = new RegExp(`((?:${FROM_RIGHT})+)|((?:(?!${FROM_RIGHT})\\p{L}\\p{M}*)+)|[^\\p{L}]+`, 'gu')

/**
 * `rtl` for a text that is written from right to left: more than half of its letters are. A Dutch sentence that begins with an
 * Arabic name stays Dutch, which `dir="auto"` would turn around.
 */
export function directionOf(text: string): 'rtl' | undefined {
  const fromRight = text.match(LETTERS_FROM_RIGHT)?.length ?? 0
  return fromRight > 0 && fromRight * 2 > (text.match(LETTER)?.length ?? 0) ? 'rtl' : undefined
}

export type Stretch = { text: string; direction: Direction }

/**
 * A text in stretches of one direction each. What has no direction of its own goes with the letters on both sides of it, and with `base`, the
 * direction of the whole, between two directions and at the ends. An empty text is one empty stretch.
 */
export function stretchesOf(text: string, base: Direction): Stretch[] {
  const pieces = [...text.matchAll(PIECES)].map(([piece, fromRight, fromLeft]) => ({
    text: piece,
    own: fromRight ? ('rtl' as const) : fromLeft ? ('ltr' as const) : null,
  }))
  const stretches: Stretch[] = []
  for (const [index, { text: piece, own }] of pieces.entries()) {
    const before = pieces[index - 1]?.own ?? base
    const after = pieces[index + 1]?.own ?? base
    const direction = own ?? (before === after ? before : base)
    const last = stretches.at(-1)
    if (last?.direction === direction) last.text += piece
    else stretches.push({ text: piece, direction })
  }
  return stretches.length > 0 ? stretches : [{ text: '', direction: base }]
}
