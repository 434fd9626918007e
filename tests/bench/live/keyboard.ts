import { createDecoder, readUint8, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8, writeVarString, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'

/** The text that people type in, beside what the document has. */
export const TEXT = 'bench'
const STRING = 4
const HAS_LEFT = 0x80

/** Somebody who types one sign after the other: the update of each, made without a document. */
export class Keyboard {
  readonly clientId = 1 + Math.floor(Math.random() * 2 ** 31)
  /** Signs typed so far: the clock of the next one. */
  clock = 0

  strike(): Uint8Array {
    const encoder = createEncoder()
    for (const number of [1, 1, this.clientId, this.clock]) writeVarUint(encoder, number)
    if (this.clock === 0) {
      writeUint8(encoder, STRING)
      writeVarUint(encoder, 1)
      writeVarString(encoder, TEXT)
    } else {
      writeUint8(encoder, STRING | HAS_LEFT)
      writeVarUint(encoder, this.clientId)
      writeVarUint(encoder, this.clock - 1)
    }
    writeVarString(encoder, String.fromCharCode(97 + (this.clock % 26)))
    writeVarUint(encoder, 0)
    this.clock += 1
    return toUint8Array(encoder)
  }

  /** What an editor says of its cursor: behind the sign typed last. */
  cursor(): string {
    const item = { client: this.clientId, clock: this.clock - 1 }
    const place = { type: null, tname: TEXT, item, assoc: 0 }
    return JSON.stringify({
      user: { name: 'Fatima', color: '#205080' },
      cursor: { anchor: place, head: place },
    })
  }
}

/** Tells which signs an update brings, as ranges `[from, to)` of clocks. The usual update of one sign is read by hand. */
export function signsIn(
  update: Uint8Array,
  found: (clientId: number, from: number, to: number) => void,
): void {
  const decoder = createDecoder(update)
  if (readVarUint(decoder) === 1 && readVarUint(decoder) === 1) {
    const clientId = readVarUint(decoder)
    const clock = readVarUint(decoder)
    if (readUint8(decoder) === (STRING | HAS_LEFT)) {
      readVarUint(decoder)
      readVarUint(decoder)
      found(clientId, clock, clock + readVarUint(decoder))
      return
    }
  }
  const { from, to } = Y.parseUpdateMeta(update)
  for (const [clientId, first] of from) found(clientId, first, to.get(clientId) ?? first)
}

/** The updates of somebody who types `count` signs and goes elsewhere in the text after every five or so. */
export function wanderingEdits(count: number): Uint8Array[] {
  const doc = new Y.Doc()
  const text = doc.getText(TEXT)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  let at = 0
  for (let n = 0; n < count; n += 1) {
    if (Math.random() < 0.2) at = Math.floor(Math.random() * (text.length + 1))
    text.insert(at, String.fromCharCode(97 + (n % 26)))
    at += 1
  }
  return updates
}
