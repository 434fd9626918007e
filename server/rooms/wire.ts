import { createDecoder, hasContent, readVarUint, readVarUint8Array } from 'lib0/decoding'
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import { MESSAGE, type ServerNotice } from '../../shared/protocol/live.ts'

/** The three messages inside a sync message (y-protocols, `sync`). */
const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** What a client can say. `write` counts for the acknowledgement; `answer` tells that it answers our step 1. */
export type Incoming =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'write'; update: Uint8Array; answer: boolean }
  | { kind: 'awareness'; states: Uint8Array }
  | { kind: 'query-awareness' }

/** Reads one message of the y-websocket protocol; null when it is none, is cut short, or has something behind its end. */
export function maybeIncoming(bytes: Uint8Array): Incoming | null {
  try {
    const decoder = createDecoder(bytes)
    const message = readIncoming(decoder)
    return hasContent(decoder) ? null : message
  } catch {
    return null
  }
}

function readIncoming(decoder: ReturnType<typeof createDecoder>): Incoming | null {
  switch (readVarUint(decoder)) {
    case MESSAGE.sync:
      return readSync(decoder)
    case MESSAGE.awareness:
      return { kind: 'awareness', states: readVarUint8Array(decoder) }
    case MESSAGE.queryAwareness:
      return { kind: 'query-awareness' }
    default:
      return null
  }
}

function readSync(decoder: ReturnType<typeof createDecoder>): Incoming | null {
  switch (readVarUint(decoder)) {
    case SYNC.step1:
      return { kind: 'step1', stateVector: readVarUint8Array(decoder) }
    case SYNC.step2:
      return { kind: 'write', update: readVarUint8Array(decoder), answer: true }
    case SYNC.update:
      return { kind: 'write', update: readVarUint8Array(decoder), answer: false }
    default:
      return null
  }
}

function message(write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder()
  write(encoder)
  return toUint8Array(encoder)
}

/** Its content, which can be a document of megabytes, is copied once and goes through no encoder: every edit that is told passes here. */
function syncMessage(step: number, content: Uint8Array): Uint8Array {
  const head = [MESSAGE.sync, step, ...varUint(content.length)]
  const bytes = new Uint8Array(head.length + content.length)
  bytes.set(head)
  bytes.set(content, head.length)
  return bytes
}

/** As `writeVarUint` of lib0: seven bits a byte, the lowest first, the highest bit set where more follow. */
function varUint(number: number): number[] {
  const bytes: number[] = []
  let rest = number
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push(0x80 | (rest & 0x7f))
  return [...bytes, rest]
}

export const step1Message = (stateVector: Uint8Array) => syncMessage(SYNC.step1, stateVector)
export const step2Message = (update: Uint8Array) => syncMessage(SYNC.step2, update)
export const updateMessage = (update: Uint8Array) => syncMessage(SYNC.update, update)

export function awarenessMessage(states: Uint8Array): Uint8Array {
  return message((encoder) => {
    writeVarUint(encoder, MESSAGE.awareness)
    writeVarUint8Array(encoder, states)
  })
}

/** A notice is the type and one var string of JSON. */
export function noticeMessage(notice: ServerNotice): Uint8Array {
  return message((encoder) => {
    writeVarUint(encoder, MESSAGE.notice)
    writeVarString(encoder, JSON.stringify(notice))
  })
}
