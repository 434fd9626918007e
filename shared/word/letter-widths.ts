/** Widths in thousandths of the size of the letters, of Arial and what is as wide as it. All others are `USUAL`. */
const WIDTHS: Readonly<Record<number, string>> = {
  222: "ijl'",
  278: 'ft.,:;/!| []I',
  333: 'r-()',
  500: 'ckszvxyJ',
  611: 'FTZ',
  667: 'ABEKPSVXY&',
  722: 'wCDHNRU',
  778: 'GOQ',
  833: 'mM',
  1000: 'W@',
}
const USUAL = 556
const LATIN = Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code)
  return Number(Object.keys(WIDTHS).find((width) => WIDTHS[Number(width)]?.includes(sign)) ?? USUAL)
})

/** How wide a text is, in times the size of its letters. A letter with an accent is as wide as the one without. */
export function emsOf(word: string): number {
  let width = 0
  for (const sign of word.normalize('NFD')) width += LATIN[sign.codePointAt(0) ?? 0] ?? widthOf(sign)
  return width / 1000
}

/** Chinese and the like are square; letters of other scripts are no wider than a Latin one on average. */
function widthOf(sign: string): number {
  if (/\p{M}/u.test(sign)) return 0
  return /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/.test(sign) ? 1000 : USUAL
}
