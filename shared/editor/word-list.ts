import { MAX_LEVEL } from '../agreement/rich-text.ts'
import type { ParagraphShape } from './paragraph-commands.ts'

/** The number or sign that Word draws before an item of a list, which it puts on the clipboard as text. */
export const WORD_LIST_MARKER = 'span[style*="mso-list:ignore" i], span[style*="mso-list: ignore" i]'

const LEVEL = /mso-list:\s*\S+\s+level(\d+)/i
/** A dot, a dash, or the letter that draws one in the font of signs; a number is longer or a digit. */
const SIGN = /^\D$/u

/**
 * What an item of a list in Word becomes; null for a paragraph that is none. Word has no lists on the clipboard, only paragraphs that
 * say in their style how deep they stand, with the number as text before the words.
 */
export function wordListShape(element: HTMLElement): ParagraphShape | null {
  const depth = Number(LEVEL.exec(element.getAttribute('style') ?? '')?.[1] ?? 0) - 1
  if (depth < 0) return null
  const marker = element.querySelector(WORD_LIST_MARKER)?.textContent ?? ''
  if (SIGN.test(marker.trim())) return { kind: 'bullet', level: Math.min(depth, MAX_LEVEL) }
  if (depth === 0) return { kind: 'clause', level: 0 }
  return { kind: 'subclause', level: Math.min(depth - 1, MAX_LEVEL) }
}
