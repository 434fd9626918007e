import './party-mark.css'

/** Eight shapes in a box of 32, one per party, so that nobody has to tell colours apart. */
export const PARTY_SHAPES = [
  { name: 'circle', path: 'M16 1a15 15 0 1 1 0 30a15 15 0 0 1 0-30Z' },
  {
    name: 'square',
    path: 'M6 2.5h20a3.5 3.5 0 0 1 3.5 3.5v20a3.5 3.5 0 0 1-3.5 3.5H6A3.5 3.5 0 0 1 2.5 26V6A3.5 3.5 0 0 1 6 2.5Z',
  },
  { name: 'diamond', path: 'M16-1.5L33.5 16L16 33.5L-1.5 16Z' },
  { name: 'hexagon', path: 'M8.5 2h15L32 16l-8.5 14h-15L0 16Z' },
  { name: 'shield', path: 'M2.5 2.5h27V17c0 7-5.5 11.5-13.5 14.5C8 28.5 2.5 24 2.5 17Z' },
  { name: 'arch', path: 'M2.5 30.5V15a13.5 13.5 0 0 1 27 0v15.5Z' },
  { name: 'leaf', path: 'M2 2h15a13 13 0 0 1 13 13v15H15A13 13 0 0 1 2 17Z' },
  { name: 'octagon', path: 'M10 1.5h12L30.5 10v12L22 30.5H10L1.5 22V10Z' },
] as const

/** Class that sets `--hs-party-color` for whatever stands in it; `index` counts from 0 and goes round after eight. */
export function partyColorClass(index: number): string {
  return `hs-party-color--${(index % PARTY_SHAPES.length) + 1}`
}

/** What many names begin with, so that it tells them apart badly: the kind of organisation, an article. */
const COMMON_BEGINNING = /^(?:(?:gemeente|stichting|vereniging|coöperatie|de|het|een)\s+)+(?=\S)/iu

/** First letter or digit of what is a name's own, as a capital; a dot when there is none yet. */
export function initialOf(name: string | null): string {
  const own = name?.trim().replace(COMMON_BEGINNING, '')
  return own?.match(/[\p{L}\p{N}]/u)?.[0]?.toLocaleUpperCase('nl') ?? '·'
}

/** "Fatma Yilmaz" → "FY". */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const last = words.length > 1 ? initialOf(words.at(-1) ?? '') : ''
  return initialOf(words[0] ?? '') + last
}

type PartyMarkProps = {
  /** Place of the party in the agreement, from 0. */
  index: number
  initial: string
  /** What a screen reader says. Leave it out where the name stands beside the mark. */
  label?: string
  size?: number
}

/** The sign of a party: a colour, a shape of its own and its initial. */
export function PartyMark({ index, initial, label, size = 28 }: PartyMarkProps) {
  const shape = PARTY_SHAPES[index % PARTY_SHAPES.length] ?? PARTY_SHAPES[0]
  return (
    <svg
      className={`hs-party-mark ${partyColorClass(index)}`}
      viewBox="0 0 32 32"
      width={size}
      height={size}
      role="img"
      aria-label={label ?? initial}
      aria-hidden={label === undefined}
    >
      <path className="hs-party-mark__shape" d={shape.path} />
      <text className="hs-party-mark__initial" x="16" y="16.5">
        {initial}
      </text>
    </svg>
  )
}
