import { createContext, type RefObject, useContext } from 'react'
import type { Change, HistoryView } from '../../../../shared/protocol/endpoints-history.ts'
import type { CallFailure } from '../../../connection/index.ts'
import type { UndoHistory } from '../../../editor/index.ts'
import type { PaperAuthorship, Person } from './history-authorship.ts'

/** What is known of the history. An answer that is there stays while a newer one is fetched, and when that fails. */
export type HistoryState = { value: HistoryView | null; failure: CallFailure | null; isBusy: boolean }

/** What the parts that show the history work with. */
export type HistoryRoom = {
  state: HistoryState
  you: Person
  /** What others changed since one's last visit. */
  since: readonly Change[]
  authorship: PaperAuthorship
  /** The undo of the paper, while it lies there. */
  undo: RefObject<UndoHistory | null>
  /** Fetches what is new. */
  refresh(): void
  /** Adds older changes, when there are. */
  older(): void
  hasOlder: boolean
  /** Opens the history of all places over the screen. */
  open(): void
  /** Shows the text as it was with this change. */
  look(change: Change): void
}

const Room = createContext<HistoryRoom | null>(null)
export const HistoryRoomProvider = Room.Provider

/** The history around the paper. Throws outside an agreement. */
export function useHistoryRoom(): HistoryRoom {
  const room = useContext(Room)
  if (room === null) throw new RangeError('useHistoryRoom: no history around this part')
  return room
}
