import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { KeptEntry } from './document-log.ts'

/** What stands before the bytes of all entries: persons once, then per entry its number, person, time and length. */
type Head = { persons: string[]; entries: [seq: number, person: number, at: number, length: number][] }

/** Makes one compressed piece of entries that follow each other: the length of the head (4 bytes), the head as JSON, all their bytes. */
export function packEntries(entries: readonly KeptEntry[]): Uint8Array {
  const persons = [...new Set(entries.map(({ personId }) => personId))]
  const numberOf = new Map(persons.map((personId, number) => [personId, number]))
  const head: Head = {
    persons,
    entries: entries.map(({ seq, personId, at, bytes }) => [
      seq,
      numberOf.get(personId) ?? 0,
      at,
      bytes.length,
    ]),
  }
  const headBytes = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(headBytes.length)
  return zstdCompressSync(Buffer.concat([length, headBytes, ...entries.map(({ bytes }) => bytes)]))
}

/** The entries of a piece. Throws when `packEntries` did not make it. */
export function unpackEntries(packed: Uint8Array): KeptEntry[] {
  const plain = zstdDecompressSync(packed)
  const headEnd = 4 + plain.readUInt32BE(0)
  const { persons, entries } = JSON.parse(plain.subarray(4, headEnd).toString()) as Head
  let from = headEnd
  return entries.map(([seq, person, at, length]) => {
    const bytes = new Uint8Array(plain.subarray(from, from + length))
    from += length
    return { seq, personId: persons[person] ?? '', at, bytes }
  })
}
