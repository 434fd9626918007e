import { Paragraph, TextRun } from 'docx'
import type { Letterhead, Look } from './look.ts'
import { addOverride, addRelationship, type PackageParts } from './package-parts.ts'
import { EMU, pictureRun } from './pictures.ts'

/** In twentieths of a point: 64 by 24 mm on the title page, 36 by 6.5 mm in a header, which grows no further than its margin. */
const ON_TITLE_PAGE = { width: 3629, height: 1361 }
const IN_HEADER = { width: 2041, height: 369 }
/** A dot at 96 to the inch: no logo is drawn larger than its dots allow. */
const DOT = 15

const RELATIONSHIP = 'rIdLogo'
/** Behind the numbers of all other pictures. */
const NUMBER = '100001'

/** Whose paper it is, above the title: the logo, or the name where there is none, and the address. */
export function toLetterhead({ letterhead }: Look): Paragraph[] {
  if (letterhead === null) return []
  const { name, addressLine, logo } = letterhead
  return [
    ...(logo === null
      ? []
      : [new Paragraph({ style: 'LetterheadLogo', children: [logoRun(logo, ON_TITLE_PAGE)] })]),
    ...(logo === null && name !== '' ? [new Paragraph({ style: 'LetterheadName', text: name })] : []),
    ...(addressLine === '' ? [] : [new Paragraph({ style: 'LetterheadAddress', text: addressLine })]),
  ]
}

/** The logo, with room behind it, for the line of a header. */
export function headerLogo({ letterhead }: Look): TextRun[] {
  const logo = letterhead?.logo ?? null
  return logo === null ? [] : [logoRun(logo, IN_HEADER), new TextRun('  ')]
}

type Logo = NonNullable<Letterhead['logo']>

function logoRun(logo: Logo, room: { width: number; height: number }): TextRun {
  const scale = Math.min(DOT, room.width / logo.width, room.height / logo.height)
  const emu = (dots: number) => String(Math.max(1, Math.round(dots * scale)) * EMU)
  return pictureRun({
    ...{ id: NUMBER, relationship: RELATIONSHIP },
    size: { cx: emu(logo.width), cy: emu(logo.height) },
    about: { descr: logo.description },
  })
}

const IMAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

/** Puts the logo into the package where a part shows it. Gives its part, which is no text. */
export function addLogo(parts: PackageParts, { letterhead }: Look): Map<string, Uint8Array> {
  const logo = letterhead?.logo ?? null
  const showing = [...parts].filter(([, xml]) => xml.includes(`"${RELATIONSHIP}"`)).map(([name]) => name)
  if (logo === null || showing.length === 0) return new Map()
  const name = `logo.${logo.kind}`
  for (const part of showing) addRelationship(parts, part, RELATIONSHIP, IMAGE, `media/${name}`)
  addOverride(parts, `word/media/${name}`, `image/${logo.kind}`)
  return new Map([[`word/media/${name}`, logo.bytes]])
}
