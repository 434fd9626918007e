import * as Y from 'yjs'

/** What was deleted, as Yjs keeps it: runs of clocks by client id. */
export type Deletes = ReturnType<typeof Y.createDeleteSet>

/** What an update itself says is deleted. What falls along with it, such as the letters in a deleted paragraph, need not be named. */
export const deletesNamedIn = (update: Uint8Array): Deletes => Y.decodeUpdate(update).ds

/** True when the set names this clock of a client. */
export const isNamed = (deletes: Deletes, client: number, clock: number): boolean =>
  Y.isDeleted(deletes, Y.createID(client, clock))
