/** One change to a document as it goes into the log: what, by whom, when. The log does not look inside `bytes`. */
export type LogEntry = {
  personId: string
  /** Milliseconds since 1970, UTC. */
  at: number
  bytes: Uint8Array
}

/** An entry that is in the log; `seq` counts the entries of its document from 1, without holes. */
export type KeptEntry = LogEntry & { seq: number }

/** Everything up to and including entry `seq`, as one. `authors` is what the room must still know of the entries it replaces. */
export type LogSnapshot = { seq: number; at: number; bytes: Uint8Array; authors: string }

/** What a person did in one place of a document: first and last time, and how many entries. */
export type LogChange = { place: string; personId: string; from: number; to: number; edits: number }

/** A Yjs client id that showed a cursor, and the person who did so first. */
export type ShownClient = { clientId: number; personId: string }

/** What a document is made of: its last snapshot and the entries after it, in order; and who showed a cursor in it, the oldest first. */
export type LoggedDocument = { snapshot: LogSnapshot | null; entries: KeptEntry[]; shown: ShownClient[] }

/** Of each person and document so many client ids that showed a cursor are remembered, the newest. */
export const SHOWN_KEPT = 100

/**
 * What goes with a new snapshot: the number of the snapshot it was made from (0 for none), and who changed what since. Changes of one
 * person in one place less than `gap` (ms) apart are kept as one.
 */
export type Compaction = { base: number; changes: LogChange[]; gap: number }

/** Changes, the newest first. They tell of all entries up to `upTo`; who changed what after that is in the entries alone. */
export type ChangePage = { upTo: number; changes: LogChange[] }

/**
 * The last entry up to a moment, and a snapshot to begin from: the newest one that is kept and holds nothing later. Not `exact`: the entries
 * that lead to the moment are gone, and this is the nearest snapshot before it.
 */
export type LogMoment = { seq: number; at: number; snapshot: LogSnapshot | null; exact: boolean }

/**
 * The log of all documents; the truth about what was written. Every promise that resolves means: it is on disk, and a power cut
 * does not take it back. Every promise that rejects means: nothing of it is kept, and the log goes on.
 * `tests/contracts/document-log.ts` is what each implementation must pass.
 */
export type DocumentLog = {
  /** Names this history of the log. Another one after a restore from backup, because then entries that people saw may be gone. */
  readonly epoch: string
  /** Begins a document with its first entry. Rejects with `DocumentExists`. */
  create(documentId: string, first: LogEntry): Promise<number>
  /**
   * Adds an entry and gives its `seq`. The order per document is the order of the calls: when one is rejected by the disk, the ones
   * already waiting behind it for the same document are rejected too. Rejects with `UnknownDocument` or `NotKept`.
   */
  append(documentId: string, entry: LogEntry): Promise<number>
  /** Snapshot and entries, or null when there is no such document. Entries appended before the call are in it. */
  load(documentId: string): Promise<LoggedDocument | null>
  exists(documentId: string): Promise<boolean>
  /** Remembers which client ids showed a cursor. One that has a person keeps that person; of each person the newest `SHOWN_KEPT` stay. */
  keepShown(clients: readonly (ShownClient & { documentId: string })[]): Promise<void>
  /**
   * Keeps the snapshot first, with its changes; then moves exactly the entries that are in it to the archive, and drops older snapshots. Keeps
   * nothing when another server has made one meanwhile. Gives the number of the newest snapshot.
   */
  compact(documentId: string, snapshot: LogSnapshot, compaction: Compaction): Promise<number>
  /** Takes a document out with its whole past. One that is not there is no fault: a removal that was cut off is begun again. */
  remove(documentId: string): Promise<void>
  /** Leaves nothing of what was removed in the files. False when others still read what was before; then it has to be asked again. */
  wipe(): Promise<boolean>
  /** The newest changes that ended before a moment (ms), `limit` of them at most. */
  changes(documentId: string, before: number, limit: number): Promise<ChangePage>
  /** The last entry that was kept at a moment (ms) or before it; null when there is none. */
  momentAt(documentId: string, at: number): Promise<LogMoment | null>
  /** Entries after one and up to another, from the archive too: the first of them, in order; none when there are no more. */
  entriesBetween(documentId: string, after: number, upTo: number): Promise<KeptEntry[]>
}
