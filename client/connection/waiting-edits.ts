import type { Row } from './copies.ts'

/**
 * An edit in the local copy that the server has not kept yet, or several that were put together. `message` is the number of the
 * write that carries it on the connection that is open now; null when none does yet.
 */
export type WaitingEdit = { row: Row; edits: number; message: number | null }

/** The edits a page waits for, each with the row of the copy that holds it. Pure but for its own list. */
export type WaitingEdits = ReturnType<typeof createWaitingEdits>

/** Starts with what waited in the copy when the page opened it. */
export function createWaitingEdits(loaded: readonly { row: Row; edits: number }[]) {
  let list: WaitingEdit[] = loaded.map(({ row, edits }) => ({ row, edits, message: null }))
  return {
    list: (): readonly WaitingEdit[] => list,
    /** An edit of now: carried by a message, or by none while nothing can be sent. */
    add: (row: Row, message: number | null): void => {
      list.push({ row, edits: 1, message })
    },
    /** A sync step 2 went out: it carries all that no message carried yet. */
    carried: (message: number): void => {
      for (const edit of list) edit.message ??= message
    },
    /** The connection is gone: what it carried has to go again. */
    lost: (): void => {
      for (const edit of list) edit.message = null
    },
    /** The server took a message not: what it carried goes again, or never. */
    refused: (message: number): void => {
      for (const edit of list) if (edit.message === message) edit.message = null
    },
    /** The server has kept all messages up to this one; gives the edits that need not wait any more. */
    kept: (upTo: number): WaitingEdit[] => {
      const isKept = ({ message }: WaitingEdit) => message !== null && message <= upTo
      const done = list.filter(isKept)
      list = list.filter((edit) => !isKept(edit))
      return done
    },
    /** Puts `merged` in the place of the edits it is made of. */
    replace: (edits: readonly WaitingEdit[], merged: WaitingEdit): void => {
      list = [merged, ...list.filter((edit) => !edits.includes(edit))]
    },
  }
}
