import { clone, createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, length, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import {
  messageYjsSyncStep1,
  messageYjsSyncStep2,
  readSyncMessage,
  writeSyncStep1,
  writeUpdate,
} from 'y-protocols/sync'
import * as Y from 'yjs'
import { maybePresenceEntries, type PresenceEntry } from '../../server/rooms/presence.ts'
import type { Member, Rooms } from '../../server/rooms/rooms.ts'
import type { LostWordsWatch } from '../../shared/document/lost-words.ts'
import {
  MESSAGE,
  type RefusalReason,
  SCHEMA_VERSION,
  type ServerNotice,
  serverNotice,
} from '../../shared/protocol/live.ts'
import { SocketPair } from './socket-pair.ts'

/** A writer of ours called `name`, with these differences. */
export function member(name: string, differences: Partial<Member> = {}): Member {
  const known = { personId: `p_${name}`, name, partyId: null, role: 'writer', canWrite: true } as const
  return { ...known, ours: true, schema: SCHEMA_VERSION, ...differences }
}

/** One person's client, on a socket pair: a document, and the y-websocket protocol as stock clients speak it. */
export class LivePeer {
  readonly doc: Y.Doc
  pair = new SocketPair()
  readonly notices: ServerNotice[] = []
  readonly presence: PresenceEntry[] = []
  /** How a page of ours takes and answers; a stock client has none. */
  watch: LostWordsWatch | null = null
  readonly #rooms: Rooms
  readonly #member: Member
  readonly #documentId: string

  constructor(rooms: Rooms, who: Member, documentId = 'd1') {
    this.#rooms = rooms
    this.#member = who
    this.#documentId = documentId
    this.doc = new Y.Doc()
    this.doc.on('update', (update, origin) => {
      if (origin !== this) this.send((encoder) => writeUpdate(encoder, update))
    })
    this.connect()
  }

  get text(): string {
    return this.doc.getText('text').toString()
  }

  /** The number of the last write it was told is kept. */
  get keptUpTo(): number {
    return this.notices.reduce((upTo, notice) => (notice.kind === 'kept' ? notice.upTo : upTo), 0)
  }

  /** Why its writes were refused, in order. */
  get refusals(): RefusalReason[] {
    return this.notices.flatMap((notice) => (notice.kind === 'refused' ? notice.reason : []))
  }

  type(text: string, at = 0): void {
    this.doc.getText('text').insert(at, text)
  }

  /** Opens a new connection, as after a lost one. */
  connect(): void {
    this.pair = new SocketPair()
    this.#rooms.connect(this.#documentId, this.pair.server, this.#member)
    this.send((encoder) => writeSyncStep1(encoder, this.doc))
  }

  send(write: (encoder: ReturnType<typeof createEncoder>) => void): void {
    const encoder = createEncoder()
    writeVarUint(encoder, MESSAGE.sync)
    write(encoder)
    this.pair.toServer.push(toUint8Array(encoder))
  }

  sendUpdate(update: Uint8Array): void {
    this.send((encoder) => writeUpdate(encoder, update))
  }

  sendPresence(entries: readonly PresenceEntry[], encode: (e: readonly PresenceEntry[]) => Uint8Array): void {
    const encoder = createEncoder()
    writeVarUint(encoder, MESSAGE.awareness)
    writeVarUint8Array(encoder, encode(entries))
    this.pair.toServer.push(toUint8Array(encoder))
  }

  /** Reads `count` of the messages that wait, and answers as the protocol wants. */
  receive(count?: number): void {
    for (const bytes of this.pair.takeForClient(count)) this.#read(bytes)
  }

  #read(bytes: Uint8Array): void {
    const decoder = createDecoder(bytes)
    const type = readVarUint(decoder)
    if (type === MESSAGE.notice) this.notices.push(serverNotice.parse(JSON.parse(readVarString(decoder))))
    if (type === MESSAGE.awareness)
      this.presence.push(...(maybePresenceEntries(readVarUint8Array(decoder)) ?? []))
    if (type !== MESSAGE.sync) return
    const answer = createEncoder()
    writeVarUint(answer, MESSAGE.sync)
    const read = () => void readSyncMessage(decoder, answer, this.doc, this)
    const { step, carried } = peekInto(decoder)
    if (this.watch === null) read()
    else if (step !== messageYjsSyncStep1) this.watch.taking(carried, read)
    else {
      writeVarUint(answer, messageYjsSyncStep2)
      writeVarUint8Array(answer, this.watch.encode(carried))
    }
    if (length(answer) > 1) this.pair.toServer.push(toUint8Array(answer))
  }
}

/** The step of a message of sync and what it carries; the message stays to be read. */
function peekInto(decoder: ReturnType<typeof createDecoder>): { step: number; carried: Uint8Array } {
  const peek = clone(decoder)
  return { step: readVarUint(peek), carried: readVarUint8Array(peek) }
}

/** Lets everything that was promised in this turn of the event loop happen. */
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Carries all messages in both directions until nothing is left to carry. */
export async function flushAll(...peers: LivePeer[]): Promise<void> {
  await turn()
  while (peers.some(({ pair }) => pair.toServer.length + pair.toClient.length > 0)) {
    for (const peer of peers) {
      peer.pair.deliverToServer()
      await turn()
      peer.receive()
    }
  }
}
