import { contrast, mixedWithWhite } from '../agreement/contrast.ts'
import type { ReadPicture } from '../agreement/read-picture.ts'
import { LEAST_CONTRAST, logoPicture, type Theme, type ThemeFont } from '../agreement/theme.ts'
import { printableText } from './printable.ts'

/** The palette of the paper: petrol for what guides, ink for what is read. */
export const COLOURS = {
  petrol: '0B5563',
  ink: '1B2430',
  softInk: '4A5565',
  line: 'B9C4C8',
  tint: 'EAF1F2',
  attention: '8A5A00',
  attentionTint: 'FFF4DC',
} as const

/** What a theme decides about a paper, worked out. Colours as "0B5563". */
export type Look = {
  heading: string
  accent: string
  /** Behind the heads of tables. */
  tint: string
  /** Of the letters on it. */
  tableHead: string
  /** From pale to full, each with the colour of the letters on it. */
  steps: readonly { fill: string; letters: string }[]
  headingFont: Font
  bodyFont: Font
  letterhead: Letterhead | null
}

export type Letterhead = {
  name: string
  addressLine: string
  logo: (ReadPicture & { description: string }) | null
}

/** `size` and `line`: by what letters and lines are multiplied, so that no font takes more room than Arial, for which pages and columns are measured. */
export type Font = { name: ThemeFont; size: number; line: number }

const ROOM: Readonly<Record<ThemeFont, Omit<Font, 'name'>>> = {
  Arial: { size: 1, line: 1 },
  Calibri: { size: 1, line: 0.94 },
  Cambria: { size: 1, line: 0.98 },
  Georgia: { size: 0.95, line: 1 },
  Tahoma: { size: 0.97, line: 0.96 },
  'Times New Roman': { size: 1, line: 1 },
  'Trebuchet MS': { size: 0.97, line: 1 },
  Verdana: { size: 0.86, line: 1 },
}

const WHITE = 'FFFFFF'

/** How a paper looks for which nobody chose a look. */
export const PLAIN_LOOK: Look = {
  ...{ heading: COLOURS.petrol, accent: COLOURS.petrol, tint: COLOURS.tint, tableHead: COLOURS.petrol },
  steps: [
    ...['F4F7F8', 'D5E4E7', 'A3C4CA'].map((fill) => ({ fill, letters: COLOURS.ink })),
    ...['4F8893', COLOURS.petrol].map((fill) => ({ fill, letters: WHITE })),
  ],
  headingFont: fontOf('Arial'),
  bodyFont: fontOf('Arial'),
  letterhead: null,
}

/** The look of a theme; without one the plain look. Throws a `RangeError` for a logo that is no picture. */
export function lookOf(theme: Theme | null | undefined): Look {
  if (!theme) return PLAIN_LOOK
  const [heading, accent] = [theme.headingColour, theme.accentColour].map((each) =>
    each.slice(1).toUpperCase(),
  ) as [string, string]
  const tint = mixedWithWhite(accent, 0.1)
  return {
    ...{ heading, accent, tint },
    tableHead: contrast(heading, tint) >= LEAST_CONTRAST ? heading : COLOURS.ink,
    steps: [0.04, 0.17, 0.36, 0.72, 1].map((part) => lettered(mixedWithWhite(heading, part))),
    headingFont: fontOf(theme.headingFont),
    bodyFont: fontOf(theme.bodyFont),
    letterhead: letterheadOf(theme),
  }
}

function fontOf(name: ThemeFont): Font {
  return { name, ...ROOM[name] }
}

/** Dark or white letters, whichever is read best. */
function lettered(fill: string): Look['steps'][number] {
  const isLight = contrast(fill, COLOURS.ink) >= contrast(fill, WHITE)
  return { fill, letters: isLight ? COLOURS.ink : WHITE }
}

function letterheadOf({ name, addressLine, logo }: Theme): Letterhead | null {
  if (name === '' && addressLine === '' && logo === null) return null
  const picture = logo && { ...logoPicture(logo), description: printableText(logo.description) }
  return { name: printableText(name), addressLine: printableText(addressLine), logo: picture }
}
