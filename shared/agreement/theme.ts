import { z } from 'zod'
import { contrast } from './contrast.ts'
import { PICTURE_LIMITS, type PictureTrouble, type ReadPicture, readPicture } from './read-picture.ts'

/** Fonts that every Word has, on Windows and macOS. */
export const THEME_FONTS = [
  'Arial',
  'Calibri',
  'Cambria',
  'Georgia',
  'Tahoma',
  'Times New Roman',
  'Trebuchet MS',
  'Verdana',
] as const
export type ThemeFont = (typeof THEME_FONTS)[number]

/** What headings have to stand out on white: WCAG 2.2, 1.4.3. */
export const LEAST_CONTRAST = 4.5

const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'a colour such as #0B5563')
const oneLine = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'one line')

const shape = z.strictObject({
  /** Whose look it is; stands on the title page where there is no logo. */
  name: oneLine(100),
  headingColour: colour,
  /** Of the line on the title page; a trace of it behind the heads of tables. */
  accentColour: colour,
  headingFont: z.enum(THEME_FONTS),
  bodyFont: z.enum(THEME_FONTS),
  logo: z
    .strictObject({
      /** The bytes of a PNG or JPEG in base64. */
      picture: z.base64().max(Math.ceil(PICTURE_LIMITS.bytes / 3) * 4),
      /** For who does not see it. */
      description: oneLine(200).min(1),
    })
    .nullable(),
  /** Under the logo on the title page. */
  addressLine: oneLine(200),
})

/** How the papers of a municipality look, as data. Equal themes give equal papers. */
export type Theme = z.infer<typeof shape>

/** What is wrong with a theme that has the right form; `measured` is the contrast that it has. */
export type ThemeTrouble =
  | { path: 'headingColour'; measured: number }
  | { path: 'logo.picture'; why: PictureTrouble }

/** A theme from outside: a closed list of keys, headings that can be read on white, a logo that is a picture. */
export const theme = shape.superRefine((value, context) => {
  for (const trouble of themeTroubles(value))
    context.addIssue({ code: 'custom', path: trouble.path.split('.'), message: expectedOf(trouble) })
})

export function themeTroubles({ headingColour, logo }: Theme): ThemeTrouble[] {
  const measured = contrast(headingColour, '#FFFFFF')
  const read = logo === null ? null : readPicture(bytesOf(logo.picture))
  return [
    ...(measured < LEAST_CONTRAST ? [{ path: 'headingColour', measured } as const] : []),
    ...(typeof read === 'string' ? [{ path: 'logo.picture', why: read } as const] : []),
  ]
}

function expectedOf(trouble: ThemeTrouble): string {
  if (trouble.path === 'logo.picture') return PICTURES[trouble.why]
  // Rounded down, so that 4.497 is not told as enough.
  const measured = Math.floor(trouble.measured * 100) / 100
  return `a colour that stands out on white at least ${LEAST_CONTRAST}:1; this one does ${measured}:1`
}

const PICTURES: Readonly<Record<PictureTrouble, string>> = {
  kind: 'a PNG or JPEG picture',
  size: `at most ${PICTURE_LIMITS.bytes / 1024} kB`,
  dots: `at most ${PICTURE_LIMITS.side} dots wide and high`,
  damaged: 'a whole picture',
  colours: 'a picture in colours for screens (RGB)',
}

/** The theme with nothing in its logo but the picture. Throws a `RangeError` for a theme with troubles. */
export function cleanTheme(value: Theme): Theme {
  const { logo } = value
  if (logo === null) return value
  return { ...value, logo: { ...logo, picture: inBase64(logoPicture(logo).bytes) } }
}

/** The logo as a picture. Throws a `RangeError` for one that is none. */
export function logoPicture({ picture }: NonNullable<Theme['logo']>): ReadPicture {
  const read = readPicture(bytesOf(picture))
  if (typeof read === 'string') throw new RangeError(`logoPicture: the logo is no picture (${read})`)
  return read
}

/** Nothing for what is no base64: that is told by the form. */
function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}

/** By pieces: a call takes only so many arguments. */
export function inBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}
