import { type Direction, textDirection } from '../agreement/text-direction.ts'
import { directionOf } from '../agreement/words-direction.ts'
import { type Inline, plainText } from '../outline/outline.ts'

/** In which direction a paragraph runs: by its language where that is another than the agreement's, or else by most of its words. */
export function directionOfInlines(inlines: readonly Inline[], language: string | null): Direction {
  return language === null ? (directionOf(plainText(inlines)) ?? 'ltr') : textDirection(language)
}
