/** A picture by what its bytes say, with nothing in it but the picture. */
export type ReadPicture = {
  kind: 'png' | 'jpeg'
  /** In dots. */
  width: number
  height: number
  /** The same picture without what programs write beside it: names of makers, places, previews, whatever stands behind its end. */
  bytes: Uint8Array
}

/** Why a picture is refused. `colours`: made for a printing press (CMYK), which screens show in colours of their own. */
export const PICTURE_TROUBLES = ['kind', 'size', 'dots', 'damaged', 'colours'] as const
export type PictureTrouble = (typeof PICTURE_TROUBLES)[number]

/** Most bytes, and most dots from side to side. */
export const PICTURE_LIMITS = { bytes: 300 * 1024, side: 4000 } as const

/** Reads a PNG or JPEG by its own header, whatever it was called. Costs no more than its length: nothing is unpacked. */
export function readPicture(bytes: Uint8Array): ReadPicture | PictureTrouble {
  if (bytes.length > PICTURE_LIMITS.bytes) return 'size'
  if (startsWith(bytes, PNG)) return bounded(readPng(bytes))
  if (startsWith(bytes, JPEG)) return bounded(readJpeg(bytes))
  return 'kind'
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]

const startsWith = (bytes: Uint8Array, signs: readonly number[]) =>
  signs.every((sign, index) => bytes[index] === sign)

function bounded(read: ReadPicture | PictureTrouble): ReadPicture | PictureTrouble {
  if (typeof read === 'string') return read
  const { width, height } = read
  if (width === 0 || height === 0) return 'damaged'
  return Math.max(width, height) > PICTURE_LIMITS.side ? 'dots' : read
}

/** What a PNG needs to be drawn; other chunks may hold texts. */
const PNG_CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'sRGB', 'pHYs'])

/** PNG, third edition, 5 and 11.2: chunks of length, name, data and check number. */
function readPng(bytes: Uint8Array): ReadPicture | PictureTrouble {
  const view = viewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, PNG.length)]
  const seen = new Set<string>()
  let at = PNG.length
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return 'damaged'
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (view.getUint32(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) return 'damaged'
    if (seen.size === 0 && (name !== 'IHDR' || length !== 13)) return 'damaged'
    // What must be understood and is not known makes the picture another one.
    if (/^[A-Z]/.test(name) && !PNG_CHUNKS.has(name)) return 'damaged'
    if (PNG_CHUNKS.has(name)) kept.push(bytes.subarray(at, end))
    seen.add(name)
    at = end
    if (name === 'IEND') break
  }
  if (!seen.has('IDAT') || !seen.has('IEND')) return 'damaged'
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20), bytes: joined(kept) }
}

/** Frames that are coded as every program reads them: baseline, extended and progressive. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
/** What tells of the file itself and of its colours (JFIF, Adobe); the other segments of programs hold texts and places. */
const KEPT_APPS = new Set([0xe0, 0xee])
const COMMENT = 0xfe
const SCAN = 0xda
const END = 0xd9

type JpegSoFar = { width: number; height: number; kept: Uint8Array[] }

/** ITU-T T.81, annex B: segments of a marker, a length and data; after a scan its coded data, up to the next marker. */
function readJpeg(bytes: Uint8Array): ReadPicture | PictureTrouble {
  const view = viewOf(bytes)
  const read: JpegSoFar = { width: 0, height: 0, kept: [bytes.subarray(0, 2)] }
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return 'damaged'
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length || end < at + 4) return 'damaged'
    if (FRAMES.has(marker)) {
      if (end < at + 10) return 'damaged'
      if (bytes[at + 9] !== 1 && bytes[at + 9] !== 3) return 'colours'
      read.height = view.getUint16(at + 5)
      read.width = view.getUint16(at + 7)
    } else if (isOtherFrame(marker)) return 'damaged'
    const isExtra = (marker & 0xf0) === 0xe0 && !KEPT_APPS.has(marker)
    if (!isExtra && marker !== COMMENT) read.kept.push(bytes.subarray(at, end))
    at = end
    if (marker !== SCAN) continue
    const next = endOfScan(bytes, at)
    if (next === null || read.width === 0) return 'damaged'
    read.kept.push(bytes.subarray(at, next))
    at = next
    if (bytes[at + 1] === END) {
      read.kept.push(bytes.subarray(at, at + 2))
      return { kind: 'jpeg', width: read.width, height: read.height, bytes: joined(read.kept) }
    }
  }
  return 'damaged'
}

/** Lossless, hierarchical and arithmetic ones; the tables C4, C8 and CC are no frames. */
const isOtherFrame = (marker: number) =>
  marker >= 0xc3 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Where the marker after coded data stands; null when there is none. A stuffed zero and a restart are part of the data. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return null
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** PNG, third edition, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const CRC_TABLE = Array.from({ length: 256 }, (_, number) => {
  let crc = number
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc >>> 0
})
