const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu
const LETTER = /\p{L}/gu

/**
 * `rtl` for a text that is written from right to left: more than half of its letters are. A Dutch sentence that begins with an
 * Arabic name stays Dutch, which `dir="auto"` would turn around.
 */
export function directionOf(text: string): 'rtl' | undefined {
  const fromRight = text.match(RIGHT_TO_LEFT)?.length ?? 0
  return fromRight > 0 && fromRight * 2 > (text.match(LETTER)?.length ?? 0) ? 'rtl' : undefined
}
