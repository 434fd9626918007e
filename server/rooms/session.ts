import type { Member } from './member.ts'
import type { RoomSocket } from './room-socket.ts'
import { WriteCount } from './write-count.ts'

/** A connection before its room is there: what it says is held. */
export type OpeningSession = { state: 'opening'; waiting: Uint8Array[]; waitingBytes: number }
/**
 * A connection in a room. `asking` says whether we asked it (step 1) for what is missing: `later` when the disk said no and the
 * room will ask by itself.
 */
export type OpenSession = {
  state: 'open'
  writes: WriteCount
  presences: Set<number>
  strikes: number
  unkeptBytes: number
  asking: 'no' | 'asked' | 'later'
}
export type ClosedSession = { state: 'closed' }
export type SessionState = OpeningSession | OpenSession | ClosedSession

/** One connection of one member to one document. */
export type Session = { readonly socket: RoomSocket; readonly member: Member; now: SessionState }

export function openingSession(socket: RoomSocket, member: Member): Session {
  return { socket, member, now: { state: 'opening', waiting: [], waitingBytes: 0 } }
}

export function openState(): OpenSession {
  return {
    state: 'open',
    writes: new WriteCount(),
    presences: new Set(),
    strikes: 0,
    unkeptBytes: 0,
    asking: 'no',
  }
}
