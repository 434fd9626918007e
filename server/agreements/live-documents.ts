import type * as Y from 'yjs'

/** One person's stretch of work in one place. */
export type DocumentChange = { place: string; personId: string; from: number; to: number; edits: number }

export type DocumentHistory = { changes: DocumentChange[]; clientIds: Map<number, string> }

/** What the use cases need of the rooms: the text of an agreement lives there, and nowhere else. */
export type LiveDocuments = {
  /** Keeps a new document. Rejects when it could not be kept; then there is none. */
  create(documentId: string, update: Uint8Array, by: string): Promise<void>
  /** Reads the document as it is now, what was just written included. The reader must not hold on to the document. */
  read<T>(documentId: string, reader: (doc: Y.Doc) => T): Promise<T>
  /** Resolves when nothing that was taken is on its way to the disk any more. */
  settled(documentId: string): Promise<void>
  /** The persons by whom something in the document was written. */
  writers(documentId: string): Promise<Set<string>>
  /**
   * The newest changes that ended before a moment (ms since 1970), `limit` of them at most, and by which Yjs client ids people wrote what
   * is in the document.
   */
  history(documentId: string, before: number, limit: number): Promise<DocumentHistory>
  /** Takes the document out for good, with its past; connections end. Rejects when the disk says no. */
  remove(documentId: string): Promise<void>
  /** Changes the document in the name of a person; resolves when that is kept and told to all. Rejects when it could not be kept. */
  edit(documentId: string, personId: string, change: (doc: Y.Doc) => void): Promise<void>
}
