import type { Direction } from './text-direction.ts'

/** Letters that are written from right to left, with the marks on them (Unicode Standard Annex 9, 3.2: R and AL). */
const FROM_RIGHT =
  '[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}]\\p{M}*'
const LETTER_FROM_RIGHT = new RegExp(FROM_RIGHT, 'u')
/** What is quoted or said beside the sentence: it tells nothing of the sentence itself. */
const ASIDE = /\([^()]*\)|\[[^[\]]*\]|«[^«»]*»|[“„][^“”„]*[“”]|"[^"]*"|‘[^‘’]*’/gu
/** Letters of one direction, or what stands between letters and has none of its own: spaces, digits, signs. */
const PIECES = new RegExp(`((?:${FROM_RIGHT})+)|((?:(?!${FROM_RIGHT})\\p{L}\\p{M}*)+)|[^\\p{L}]+`, 'gu')

/**
 * `rtl` for a text that is written from right to left: most of its words are, and none of the others make a sentence around them. So
 * a Dutch sentence stays Dutch around or behind a long Arabic name, and an Arabic one stays Arabic around a long Dutch name. `dir="auto"`
 * would go by the first letter alone. What is quoted or stands in brackets counts where there is nothing else.
 */
export function directionOf(text: string): 'rtl' | undefined {
  if (!LETTER_FROM_RIGHT.test(text)) return undefined
  const told = groupsOf(text.replace(ASIDE, ' '))
  const groups = told.length > 0 ? told : groupsOf(text)
  if (groups.some(makesSentence)) return undefined
  const weightOf = (fromRight: boolean) =>
    groups.reduce((sum, group) => sum + (group.isFromRight === fromRight ? weight(group) : 0), 0)
  return weightOf(true) > weightOf(false) ? 'rtl' : undefined
}

/** Words beside each other that are of one direction by their first letters. */
type Group = { isFromRight: boolean; isFirst: boolean; initials: string[] }

function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  for (const word of text.split(/\s+/u)) {
    const [initial] = word.match(/\p{L}/u) ?? []
    if (initial === undefined) continue
    const isFromRight = LETTER_FROM_RIGHT.test(initial)
    const last = groups.at(-1)
    if (last?.isFromRight === isFromRight) last.initials.push(initial)
    else groups.push({ isFromRight, isFirst: last === undefined, initials: [initial] })
  }
  return groups
}

const isSmall = (initial: string | undefined) => initial !== undefined && /\p{Ll}/u.test(initial)
const isCapital = (initial: string | undefined) => initial !== undefined && /\p{Lu}/u.test(initial)

/** Small letters beside an Arabic name: "De vereniging heet …", "… is partij". One word may be a term in an Arabic sentence, not two. */
function makesSentence({ isFromRight, isFirst, initials }: Group): boolean {
  if (isFromRight) return false
  return isFirst ? isSmall(initials.at(-1)) : isSmall(initials[0]) && isSmall(initials[1])
}

/** In words; a name within a text ("Stichting Moeders van de Haven") is as one. */
function weight({ isFromRight, isFirst, initials }: Group): number {
  const isName = !isFirst && isCapital(initials[0]) && isCapital(initials.at(-1))
  return isName && !isFromRight ? 1 : initials.length
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
