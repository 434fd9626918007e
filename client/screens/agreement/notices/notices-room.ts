import { createContext, useContext } from 'react'

/** A notice that is told now: who told it, and its words. */
export type Told = { key: string; said: string }

/** What a notice works with. */
export type NoticesRoom = {
  /** What is told, the newest last. That one is seen. */
  told: readonly Told[]
  /** The place under the paper, once it is drawn. */
  shelf: HTMLElement | null
  setShelf(shelf: HTMLElement | null): void
  tell(notice: Told): void
  /** `hadFocus`: the focus was in it, and goes on to the next one or back to where it came from. */
  end(key: string, hadFocus: boolean): void
}

const Room = createContext<NoticesRoom | null>(null)
export const NoticesRoomProvider = Room.Provider

/** The notices of this screen. Throws outside an agreement. */
export function useNoticesRoom(): NoticesRoom {
  const room = useContext(Room)
  if (room === null) throw new RangeError('useNoticesRoom: no notices around this part')
  return room
}
