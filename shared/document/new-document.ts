import * as Y from 'yjs'

/**
 * A Yjs document that changes by what is done in it and by nothing else. Of itself Yjs (13.6, `cleanupYTextAfterTransaction`) takes out marks that look superfluous
 * whenever somebody else's change comes in. Where that is not told to everybody, as on a server or with who only reads, words typed meanwhile between those
 * marks are bold for one and plain for another.
 */
export function newDocument(): Y.Doc {
  const doc = new Y.Doc()
  doc.on('afterTransaction', leaveMarks)
  return doc
}

/** Keeps Yjs from tidying marks behind a transaction: it asks this right after `afterTransaction` was told. */
export function leaveMarks(transaction: Y.Transaction): void {
  transaction._needFormattingCleanup = false
}
