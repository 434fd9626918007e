import type { Drawing, Shape } from './drawing.ts'

/** One logical unit is a twentieth of a point: 1,440 to the inch of 25.4 mm. */
const UNITS_PER_INCH = 1440
const HUNDREDTHS_OF_MM_PER_INCH = 2540

/**
 * A drawing as an enhanced metafile ([MS-EMF]): lines and letters instead of dots, so that it is sharp on paper and small in the file, and both Word
 * and LibreOffice draw it. Equal drawings give equal bytes.
 */
export function writeEmf({ width, height, shapes }: Drawing): Uint8Array {
  const records = [setting(SET_BACKGROUND_MODE, TRANSPARENT), selected(NO_PEN), ...shapes.flatMap(recordsOf)]
  const end = record(END_OF_FILE, [0, 0, 20])
  const all = [...records, end]
  const bytes = HEADER_SIZE + all.reduce((sum, each) => sum + each.length, 0)
  return joined([headerOf(width, height, bytes, all.length + 1), ...all])
}

// Types of records, [MS-EMF] 2.1.1.
const HEADER = 1
const END_OF_FILE = 14
const SET_BACKGROUND_MODE = 18
const SET_TEXT_ALIGN = 22
const SET_TEXT_COLOUR = 24
const SELECT = 37
const CREATE_BRUSH = 39
const DELETE = 40
const RECTANGLE = 43
const CREATE_FONT = 82
const TEXT = 84

const TRANSPARENT = 1
/** A stock object, [MS-EMF] 2.1.31. */
const NO_PEN = 0x80000008
const HEADER_SIZE = 88
/** Object 0 is the metafile itself; each brush or font is made, used and let go under number 1. */
const OBJECT = 1
const OBJECTS = 2

function headerOf(width: number, height: number, bytes: number, records: number): Uint8Array {
  const frame = [width, height].map((each) => Math.round((each * HUNDREDTHS_OF_MM_PER_INCH) / UNITS_PER_INCH))
  const device = [UNITS_PER_INCH * 10, UNITS_PER_INCH * 10, 254, 254]
  const handles = OBJECTS
  return record(HEADER, [
    ...[0, 0, width - 1, height - 1],
    ...[0, 0, frame[0] ?? 0, frame[1] ?? 0],
    // " EMF", version 1.0.
    ...[0x464d4520, 0x10000, bytes, records, handles],
    ...[0, 0, 0],
    ...device,
  ])
}

function recordsOf(shape: Shape): Uint8Array[] {
  return shape.kind === 'box' ? boxRecords(shape) : textRecords(shape)
}

function boxRecords({ x, y, width, height, fill }: Extract<Shape, { kind: 'box' }>): Uint8Array[] {
  return [
    record(CREATE_BRUSH, [OBJECT, 0, colourOf(fill), 0]),
    selected(OBJECT),
    record(RECTANGLE, [x, y, x + width, y + height]),
    ...letGo(WHITE_BRUSH),
  ]
}

// An object that is in use is not let go: a stock one takes its place first.
const WHITE_BRUSH = 0x80000000
const SYSTEM_FONT = 0x8000000d
const letGo = (stock: number): Uint8Array[] => [selected(stock), record(DELETE, [OBJECT])]

/** To the base line, [MS-WMF] 2.1.2.3. */
const ALIGN = { start: 24, end: 24 | 2, middle: 24 | 6 } as const

function textRecords(text: Extract<Shape, { kind: 'text' }>): Uint8Array[] {
  return [
    fontRecord(text),
    selected(OBJECT),
    setting(SET_TEXT_COLOUR, colourOf(text.colour)),
    setting(SET_TEXT_ALIGN, ALIGN[text.align]),
    textRecord(text),
    ...letGo(SYSTEM_FONT),
  ]
}

const FONT = 'Arial'
const FONT_SIZE = 332

/** [MS-EMF] 2.3.7.8, with an ExtLogFontW of which all but the LogFont is empty, as Windows takes it. */
function fontRecord({ size, bold, upward }: Extract<Shape, { kind: 'text' }>): Uint8Array {
  const bytes = new Uint8Array(FONT_SIZE)
  const view = new DataView(bytes.buffer)
  const tenthsOfDegrees = upward ? 900 : 0
  const numbers = [
    CREATE_FONT,
    FONT_SIZE,
    OBJECT,
    -size,
    0,
    tenthsOfDegrees,
    tenthsOfDegrees,
    bold ? 700 : 400,
  ]
  for (const [index, number] of numbers.entries()) view.setInt32(index * 4, number, true)
  // Any character set.
  bytes[35] = 1
  for (const [index, sign] of [...FONT].entries()) view.setUint16(40 + index * 2, sign.charCodeAt(0), true)
  return bytes
}

const TEXT_HEAD = 76

/** [MS-EMF] 2.3.5.8; letters stand where the program puts them, which knows its fonts. */
function textRecord({ x, y, text }: Extract<Shape, { kind: 'text' }>): Uint8Array {
  const size = TEXT_HEAD + Math.ceil(text.length / 2) * 4
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  const advanced = 2
  const head = [TEXT, size, 0, 0, -1, -1, advanced, 0, 0, x, y, text.length, TEXT_HEAD, 0, 0, 0, -1, -1, 0]
  for (const [index, number] of head.entries()) view.setInt32(index * 4, number, true)
  for (let index = 0; index < text.length; index++)
    view.setUint16(TEXT_HEAD + index * 2, text.charCodeAt(index), true)
  return bytes
}

const selected = (object: number) => record(SELECT, [object])
const setting = (type: number, value: number) => record(type, [value])

/** "0B5563" as a ColorRef: blue, green, red. */
function colourOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return (blue << 16) | (green << 8) | red
}

/** Whole numbers of 32 bits, little-endian, after the type and the size. */
function record(type: number, values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(8 + values.length * 4)
  const view = new DataView(bytes.buffer)
  for (const [index, value] of [type, bytes.length, ...values].entries())
    view.setUint32(index * 4, value >>> 0, true)
  return bytes
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
