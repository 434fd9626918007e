import type { Backlog } from './backlog.ts'
import type { Member } from './member.ts'
import type { RoomSocket } from './room-socket.ts'
import { WriteCount } from './write-count.ts'

/** A connection before its room is there: what it says is held. */
export type OpeningSession = { state: 'opening'; waiting: Uint8Array[]; waitingBytes: number }

/** A connection in a room. */
export type OpenSession = {
  state: 'open'
  writes: WriteCount
  /** Bytes it wrote that wait for the disk. */
  unkeptBytes: number
  /** Whether we asked it (step 1) for what we lack; `later` when the disk said no and the room will ask by itself. */
  asking: 'no' | 'asked' | 'later'
  /** Client ids of the cursors it shows, and how many ids it took for that in all. */
  presences: Set<number>
  claims: number
  /** Messages that no honest client sends. */
  strikes: number
  /** How often it asked for the document since a moment. */
  questions: { since: number; count: number }
  /** Size of the largest document it was sent: a slow line may need its time for that one. */
  largestAnswer: number
  /** What others did while this reader was behind; null when it is not. */
  backlog: Backlog | null
}

export type ClosedSession = { state: 'closed' }
export type SessionState = OpeningSession | OpenSession | ClosedSession

/** One connection of one member to one document. */
export type Session = { readonly socket: RoomSocket; member: Member; now: SessionState }

export function openingSession(socket: RoomSocket, member: Member): Session {
  return { socket, member, now: { state: 'opening', waiting: [], waitingBytes: 0 } }
}

/** Who writes without a connection: the server, in the name of a person. It is in no room and hears nothing. */
export function absentSession(personId: string): Session {
  const member: Member = {
    personId,
    name: '',
    partyId: null,
    role: 'reader',
    canWrite: true,
    ours: false,
    schema: null,
  }
  const socket = {
    send: () => {},
    close: () => {},
    bufferedAmount: () => 0,
    onMessage: () => {},
    onClose: () => {},
  }
  return { socket, member, now: { state: 'closed' } }
}

export function openState(): OpenSession {
  return {
    state: 'open',
    writes: new WriteCount(),
    unkeptBytes: 0,
    asking: 'no',
    presences: new Set(),
    claims: 0,
    strikes: 0,
    questions: { since: 0, count: 0 },
    largestAnswer: 0,
    backlog: null,
  }
}
