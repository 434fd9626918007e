import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a zip that may lie: what is given goes before what would be true. */
export type RawEntry = {
  name: string
  /** Name in the header before the data, when that is another. */
  localName?: string
  content?: string | Uint8Array
  /** Data as it stands in the zip, when it is not `content` deflated. */
  data?: Uint8Array
  method?: number
  flags?: number
  size?: number
  crc?: number
  /** Where the directory says that it begins, given where it does. */
  header?: (at: number) => number
}

export type RawEnd = { disk?: number; count?: number; start?: number; comment?: string }

/** A zip byte for byte, with lies where they are asked for. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const { name, content = '', method = 8, flags = 0 } = entry
    const raw = Buffer.from(content)
    const data = entry.data ?? (method === 8 ? deflateRawSync(raw) : raw)
    const common = Buffer.alloc(22)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(entry.crc ?? crc32(raw), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(entry.size ?? raw.length, 18)
    local.push(
      numbers(4, 0x04034b50),
      common,
      numbers(2, Buffer.byteLength(entry.localName ?? name), 0),
      Buffer.from(entry.localName ?? name),
      Buffer.from(data),
    )
    central.push(
      numbers(4, 0x02014b50),
      numbers(2, 20),
      common,
      numbers(2, Buffer.byteLength(name), 0, 0, 0, 0),
      numbers(4, 0, entry.header?.(at) ?? at),
      Buffer.from(name),
    )
    at += 30 + Buffer.byteLength(entry.localName ?? name) + data.length
  }
  const directory = Buffer.concat(central)
  const { disk = 0, count = entries.length, start = at, comment = '' } = end
  const tail = [numbers(4, 0x06054b50), numbers(2, disk, disk, count, count)]
  tail.push(numbers(4, directory.length, start), numbers(2, comment.length), Buffer.from(comment))
  return Buffer.concat([...local, directory, ...tail])
}

function numbers(width: 2 | 4, ...values: number[]): Buffer {
  const bytes = Buffer.alloc(width * values.length)
  for (const [index, value] of values.entries()) bytes.writeUIntLE(value, index * width, width)
  return bytes
}
