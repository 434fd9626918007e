import type { Outline } from '../outline/outline.ts'

/** Measures of a page in twentieths of a point (ECMA-376 part 1, 17.18.74). A4 is 210 by 297 mm. */
export type PageMeasures = {
  width: number
  height: number
  margins: { top: number; right: number; bottom: number; left: number; header: number; footer: number }
  /** Width of the text. */
  text: number
  textHeight: number
}

const A4 = { width: 11906, height: 16838 }

/** The page of a layout: a short agreement has narrower margins, so that it fits on two pages. */
export function pageOf(layout: Outline['layout']): PageMeasures {
  const side = layout === 'short' ? 1077 : 1134
  const margins =
    layout === 'short'
      ? { top: 1077, right: side, bottom: 964, left: side, header: 510, footer: 454 }
      : { top: 1531, right: side, bottom: 1361, left: side, header: 680, footer: 624 }
  return {
    ...{ ...A4, margins, text: A4.width - 2 * side },
    textHeight: A4.height - margins.top - margins.bottom,
  }
}
