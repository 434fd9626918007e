import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'

/** How a server wants the messages of Yjs: as y-websocket sends them, or behind the document's name as Hocuspocus does. */
export type Dialect = 'y-websocket' | 'hocuspocus'

/** Hocuspocus, `MessageType.Auth` and `AuthMessageType.Token`. */
const AUTH = 2
const TOKEN = 0

/** What stands before each message, in both directions. */
export function prefixOf(dialect: Dialect, documentId: string): Uint8Array {
  const encoder = createEncoder()
  if (dialect === 'hocuspocus') writeVarString(encoder, documentId)
  return toUint8Array(encoder)
}

/** What a client must say before anything else, without the prefix; null when nothing. */
export function maybeGreeting(dialect: Dialect): Uint8Array | null {
  if (dialect === 'y-websocket') return null
  const encoder = createEncoder()
  writeVarUint(encoder, AUTH)
  writeVarUint(encoder, TOKEN)
  writeVarString(encoder, '')
  return toUint8Array(encoder)
}
