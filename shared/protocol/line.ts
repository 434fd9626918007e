import { CLOSE } from './live.ts'
import type { ProblemName } from './problem.ts'

/**
 * The live connection where a network lets no socket through: a *line*, over plain HTTP. It carries exactly the messages of the socket.
 *
 *   POST   /sync/<documentId>/lines            opens one: {protocols} → 201 {line, protocol}
 *   GET    /sync/<documentId>/lines/<line>     down: frames, as a stream or as what is there now
 *   POST   /sync/<documentId>/lines/<line>     up: the next piece of the frames that go up → 204
 *   DELETE /sync/<documentId>/lines/<line>     ends it → 204
 *
 * A frame is the length of what follows (4 bytes, big-endian), its kind (1 byte), its content. What goes up is one row of frames, cut
 * into pieces anywhere, numbered from 1: a piece that comes again is taken once. Messages that go down are numbered from 1 by both
 * sides for themselves; `received` says up to which one came in whole, and the answer goes on behind it.
 */
export const FRAME = {
  message: 0,
  /** Says nothing but that the line lives. */
  beat: 1,
  /** The last frame: close code (2 bytes, big-endian). */
  closed: 2,
} as const

export const LINE_HEADERS = {
  /** Number of this piece. */
  piece: 'handslag-piece',
  /** Number of the last message from above that came in whole. */
  received: 'handslag-received',
  /** Of a GET: how long (ms) the answer may wait for something to say; absent: it is a stream. */
  wait: 'handslag-wait',
} as const

export const LINE_TIMES = {
  /** The server says something at least so often on a stream, and a polled answer waits no longer than `wait`. */
  beat: 5_000,
  wait: 20_000,
  /** The client says something at least so often. */
  sign: 10_000,
} as const

/** Bytes in one piece that goes up. Many proxies take no body over 1 MB. */
export const PIECE_SIZE = 256 * 1024

/** The document that only answers with what it is sent, a few short messages long. Not the name of any document. */
export const ECHO_DOCUMENT = '~echo'
export const ECHO_LIMITS = { messages: 20, bytes: 1024, time: 15_000 } as const

/** The close code a refusal of a line means; any other refusal may pass. */
export const CLOSE_OF_PROBLEM: Partial<Record<ProblemName, number>> = {
  'not-signed-in': CLOSE.notKnown,
  'not-allowed': CLOSE.notAllowed,
  'unknown-agreement': CLOSE.noSuchDocument,
  'body-too-large': CLOSE.tooLarge,
}
