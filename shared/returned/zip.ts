import { Inflate } from 'fflate'
import { LIMITS } from './limits.ts'
import { Refused } from './refused.ts'

/**
 * A zip (APPNOTE.TXT 6.3) as Word packages are: one disk, nothing encrypted, no zip64. Its directory is believed only as far as the
 * entries bear it out: no two of them share a byte, each says its own name, and what comes out is counted while it comes.
 */
export type ZipEntry = {
  name: string
  /** Where its data begins, how many bytes these are, and how many should come out. */
  start: number
  packed: number
  size: number
  crc: number
  isDeflated: boolean
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_HEADER = 30
const CENTRAL_HEADER = 46
const END_RECORD = 22
/** Bits of the flags (4.4.4): encrypted, strongly encrypted, directory encrypted. */
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000
const STORED = 0
const DEFLATED = 8

/** The entries of a zip, without its folders. Throws `Refused`. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < END_RECORD || view.getUint32(0, true) !== LOCAL) {
    throw new Refused('no-word-file', 'it does not begin as a package')
  }
  const directory = findDirectory(view)
  if (directory.count > LIMITS.entries) throw new Refused('too-large', `${directory.count} entries`)
  const headers = readHeaders(bytes, view, directory)
  refuseSharedBytes(headers, directory.start)
  refuseEqualNames(headers)
  return headers.filter(({ name }) => !name.endsWith('/'))
}

type Directory = { count: number; start: number; end: number }

/** The end record is the last one that its own comment carries to the very end of the file. */
function findDirectory(view: DataView): Directory {
  const length = view.byteLength
  for (let at = length - END_RECORD; at >= Math.max(0, length - END_RECORD - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== END || at + END_RECORD + view.getUint16(at + 20, true) !== length)
      continue
    const count = view.getUint16(at + 10, true)
    const size = view.getUint32(at + 12, true)
    const start = view.getUint32(at + 16, true)
    const isOneDisk = view.getUint32(at + 4, true) === 0 && view.getUint16(at + 8, true) === count
    // Zip64 says 0xffff or 0xffffffff here, and so does not fit either.
    if (!isOneDisk || start + size !== at) break
    return { count, start, end: at }
  }
  throw damaged('no directory at its end')
}

type Header = ZipEntry & { header: number }

function readHeaders(bytes: Uint8Array, view: DataView, { count, start, end }: Directory): Header[] {
  const headers: Header[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_HEADER > end || view.getUint32(at, true) !== CENTRAL) throw damaged(`entry ${index}`)
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const next = at + CENTRAL_HEADER + lengths.reduce((sum, length) => sum + length, 0)
    if (next > end) throw damaged(`entry ${index}`)
    headers.push(readHeader(bytes, view, at, start))
    at = next
  }
  if (at !== end) throw damaged('more in its directory than it counts')
  return headers
}

function readHeader(bytes: Uint8Array, view: DataView, at: number, limit: number): Header {
  const nameLength = view.getUint16(at + 28, true)
  const name = readName(bytes.subarray(at + CENTRAL_HEADER, at + CENTRAL_HEADER + nameLength))
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const header = view.getUint32(at + 42, true)
  const packed = view.getUint32(at + 20, true)
  if (flags & ENCRYPTED) throw new Refused('encrypted', `${name} is encrypted`)
  if (method !== STORED && method !== DEFLATED) throw damaged(`${name} is packed in way ${method}`)
  if (header + LOCAL_HEADER > limit || view.getUint32(header, true) !== LOCAL) throw damaged(name)
  const localName = header + LOCAL_HEADER
  const localLength = view.getUint16(header + 26, true)
  const start = localName + localLength + view.getUint16(header + 28, true)
  if (start + packed > limit) throw damaged(`${name} is cut off`)
  if (readName(bytes.subarray(localName, localName + localLength)) !== name) {
    throw damaged(`${name} has two names`)
  }
  const [crc, size] = [view.getUint32(at + 16, true), view.getUint32(at + 24, true)]
  return { name, header, start, packed, size, crc, isDeflated: method === DEFLATED }
}

/** Names of parts are ASCII without a way out (ECMA-376 part 2, 6.2.2); of other names only that they are harmless is asked. */
function readName(bytes: Uint8Array): string {
  const name = String.fromCharCode(...bytes.subarray(0, LIMITS.name))
  const steps = name.replace(/\/$/, '').split('/')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be in it
  const isHarmless = bytes.length <= LIMITS.name && !/[\\\u0000-\u001f:]/.test(name)
  if (!isHarmless || steps.some((step) => /^\.*$/.test(step)))
    throw damaged(`the name ${JSON.stringify(name)}`)
  return name
}

function refuseSharedBytes(headers: readonly Header[], limit: number): void {
  const inOrder = headers.toSorted((a, b) => a.header - b.header)
  for (const [index, { name, start, packed }] of inOrder.entries()) {
    if (start + packed > (inOrder[index + 1]?.header ?? limit)) throw damaged(`${name} shares bytes`)
  }
}

/** Names that differ in case alone are one part (ECMA-376 part 2, 6.2.2.3): which of the two is read would differ from program to program. */
function refuseEqualNames(headers: readonly Header[]): void {
  const seen = new Set<string>()
  for (const { name } of headers) {
    const key = name.toLowerCase()
    if (seen.has(key)) throw damaged(`${name} is there twice`)
    seen.add(key)
  }
}

/** So many bytes at a time that what may come out of them, at most 1,032 times as many, is never much. */
const STEP = 4096

/** The bytes of an entry. Throws `Refused` when that is more than `most`, and at the first byte that is not as the directory says. */
export function unpack(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array {
  if (entry.size > most) throw new Refused('too-large', `${entry.name} is too large`)
  const data = bytes.subarray(entry.start, entry.start + entry.packed)
  const out = entry.isDeflated ? inflate(data, entry) : data
  if (out.length !== entry.size || crc32(out) !== entry.crc) throw damaged(`${entry.name} is not whole`)
  return out
}

function inflate(data: Uint8Array, entry: ZipEntry): Uint8Array {
  const pieces: Uint8Array[] = []
  let size = 0
  const inflater = new Inflate((piece) => {
    size += piece.length
    if (size > entry.size) throw damaged(`${entry.name} is more than it says`)
    if (piece.length > 0) pieces.push(piece)
  })
  try {
    for (let at = 0; at === 0 || at < data.length; at += STEP) {
      inflater.push(data.subarray(at, at + STEP), at + STEP >= data.length)
    }
  } catch (error) {
    throw error instanceof Refused ? error : damaged(`${entry.name} can not be unpacked`)
  }
  return join(pieces, size)
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** CRC-32 of ISO 3309, as zip has it (4.4.7). */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (let at = 0; at < bytes.length; at += 1) {
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

const damaged = (seen: string) => new Refused('damaged', seen)
