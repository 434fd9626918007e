import { BuilderElement, type FileChild, Paragraph, type TextRun, type XmlComponent } from 'docx'
import type { TablePicture } from '../outline/outline.ts'
import { altTextOf, drawPicture } from './draw-picture.ts'
import type { Look } from './look.ts'
import { writeEmf } from './write-emf.ts'

/** English metric units (ECMA-376 part 1, 20.1.2.1) in a twentieth of a point. */
export const EMU = 635

/** The bytes of the pictures of a file, in their order; the relationships are named after it. */
export type Pictures = Uint8Array[]

export const relationshipOf = (index: number): string => `rIdPicture${index + 1}`

/** A picture with a line above that says what it is; `pictures` gets its bytes. What stands in it is said in its description. */
export function pictureParagraphs(
  picture: TablePicture,
  width: number,
  pictures: Pictures,
  look: Look,
): FileChild[] {
  return drawPicture(picture, width, look).flatMap((drawing, piece) => {
    const index = pictures.push(writeEmf(drawing)) - 1
    const size = { cx: String(drawing.width * EMU), cy: String(drawing.height * EMU) }
    // Later pieces show what the first one's description says already.
    const about = { title: picture.caption, descr: piece === 0 ? altTextOf(picture) : picture.caption }
    const run = pictureRun({ id: String(index + 1), relationship: relationshipOf(index), size, about })
    return [
      ...(piece === 0 ? [new Paragraph({ style: 'Caption', text: picture.caption })] : []),
      new Paragraph({ style: 'Picture', children: [run] }),
    ]
  })
}

type Size = { cx: string; cy: string }
/** What a picture is in its file: its number, its relationship, its size (EMU) and what is said of it. */
export type PlacedPicture = {
  id: string
  relationship: string
  size: Size
  about: Readonly<Record<string, string>>
}

/** A picture between words. */
export function pictureRun(placed: PlacedPicture): TextRun {
  const run = element('w:r', {}, [element('w:drawing', {}, [inline(placed)])])
  // The types of `docx` name what may stand in a paragraph one by one; it writes any element.
  return run as XmlComponent as TextRun
}

/** ECMA-376 part 1, 20.4.2.8. */
function inline({ id, relationship, size, about }: PlacedPicture): XmlComponent {
  const none = { distT: '0', distB: '0', distL: '0', distR: '0' }
  return element('wp:inline', none, [
    element('wp:extent', size),
    element('wp:effectExtent', { l: '0', t: '0', r: '0', b: '0' }),
    element('wp:docPr', { id, name: `Picture ${id}`, ...about }),
    element('wp:cNvGraphicFramePr', {}, [
      element('a:graphicFrameLocks', { 'xmlns:a': A, noChangeAspect: '1' }),
    ]),
    element('a:graphic', { 'xmlns:a': A }, [
      element('a:graphicData', { uri: PICTURE }, [picture({ id, relationship, size })]),
    ]),
  ])
}

const A = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture'

function picture({ id, relationship, size }: Omit<PlacedPicture, 'about'>): XmlComponent {
  return element('pic:pic', { 'xmlns:pic': PICTURE }, [
    element('pic:nvPicPr', {}, [
      element('pic:cNvPr', { id, name: `Picture ${id}` }),
      element('pic:cNvPicPr', {}),
    ]),
    element('pic:blipFill', {}, [
      element('a:blip', { 'r:embed': relationship }),
      element('a:stretch', {}, [element('a:fillRect', {})]),
    ]),
    element('pic:spPr', {}, [
      element('a:xfrm', {}, [element('a:off', { x: '0', y: '0' }), element('a:ext', size)]),
      element('a:prstGeom', { prst: 'rect' }, [element('a:avLst', {})]),
    ]),
  ])
}

function element(
  name: string,
  values: Readonly<Record<string, string>>,
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const attributes = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { key, value }]))
  return new BuilderElement({ name, attributes, children })
}
