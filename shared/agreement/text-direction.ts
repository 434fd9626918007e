/** Languages of the catalogue that are written from right to left (Unicode scripts Arab and Hebr), by BCP 47 primary tag. */
const RIGHT_TO_LEFT: readonly string[] = ['ar', 'arc', 'ckb', 'fa', 'he', 'prs', 'ps', 'sd', 'ug', 'ur', 'yi']

export type Direction = 'ltr' | 'rtl'

/** In which direction a text in a language runs, by its BCP 47 tag; a script in the tag decides. */
export function textDirection(language: string | null): Direction {
  const [primary = '', ...rest] = (language ?? '').toLowerCase().split('-')
  if (rest.includes('latn') || rest.includes('cyrl')) return 'ltr'
  return RIGHT_TO_LEFT.includes(primary) || rest.includes('arab') || rest.includes('hebr') ? 'rtl' : 'ltr'
}
