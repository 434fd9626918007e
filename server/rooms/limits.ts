/** Bounds on what one connection or document may cost. Sizes in bytes, times in milliseconds. */
export const LIMITS = {
  /** One message; a larger frame ends the connection with 1009. */
  message: 4 * 1024 * 1024,
  /** Of all messages of one person that are not whole yet, on all connections together; the one that makes it more ends (4529). */
  halfSent: 8 * 1024 * 1024,
  /**
   * What one edit may be larger than the document that it is made in: more than three agreements of sixty articles. To judge an edit, keep it and tell it takes time
   * as it is long, and everybody on the server waits for that. What an edit takes out grows with the document, so that deleting all of a long one is no large edit.
   */
  edit: 512 * 1024,
  /** In how many places one edit may take something out that still stands. Each splits what is there: a hundred thousand places take seconds. */
  deletedRuns: 20_000,
  /**
   * A document whose log since the last snapshot and that snapshot are larger takes no more: some thousand pages. Loading, which everybody
   * on the server waits for, takes about a second for such a document when it was typed letter by letter.
   */
  document: 16 * 1024 * 1024,
  /** Above that bound deletions are still taken, so that people can make room. */
  deletions: 1024 * 1024,
  /** How often a document at its limit is looked at anew: what was deleted goes at the next snapshot. */
  makeRoomEvery: 10_000,
  /** Unsent bytes to one reader above which what others do is held back for it, and merged. */
  behind: 64 * 1024,
  /** How often it is looked whether a reader who was behind has room again. */
  catchUpEvery: 100,
  /** Unsent and held back bytes to one reader before it is told to come back later (4513). */
  unsent: 4 * 1024 * 1024,
  /** Bytes of one connection that wait for the disk, or for the room to open, before it is ended (4529). */
  waiting: 32 * 1024 * 1024,
  /** Malformed messages of one connection before it is ended (4529). */
  strikes: 10,
  /** Yjs client ids in one update; an honest one has a handful. */
  clientsPerUpdate: 1000,
  /** How deep a plain value inside the document may be nested. */
  depth: 32,
  /** How deep shared types may stand inside each other; an agreement needs four. Every reader walks them by recursion. */
  typeDepth: 32,
  /** How often one connection may ask for the document within such a time; each answer costs as much as the document is large. */
  questions: 20,
  questionsWithin: 10_000,
  /** Client ids one connection may show a cursor under: its own, and those of other tabs that it repeats. */
  presences: 8,
  /** Of each person the newest client ids that only showed a cursor; a page that is opened makes one. */
  shownIds: 100,
  /** Who showed a first cursor is kept this much later, for all documents at once; and how many wait for a disk that says no. */
  keepShownAfter: 100,
  shownWaiting: 10_000,
  /** A cursor goes with the words that are on their way to the disk, but waits for them no longer than this. */
  presenceWaits: 50,
  /** One awareness state as JSON. */
  presence: 4096,
  /** An empty room stays this long. */
  unloadAfter: 5000,
  /** After the disk said no, writers are asked again for what is missing. */
  askAgainAfter: 1000,
  /** Entries after the last snapshot before a new one is made, in a busy room and in one that closes. */
  tails: { busy: 1000, closing: 100 },
} as const

export type Tails = { busy: number; closing: number }
