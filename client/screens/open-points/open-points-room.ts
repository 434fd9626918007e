import { createContext, useContext } from 'react'
import type { OpenPoint, PointOwner } from '../../../shared/protocol/endpoints-open-points.ts'
import type { CallFailure } from '../../connection/index.ts'
import type { PartyEntry } from '../agreement/overview-of.ts'
import type { SeenPoint } from './waiting-points.ts'

/** What a point is made of before it is kept. `id` stays the same when it is sent again. */
export type NewPoint = {
  id: string
  sectionId: string | null
  text: string
  owner: PointOwner | null
  due: string | null
}

/** With what the dialog begins: where the point belongs, and words that were said elsewhere, as in a comment. */
export type Prefill = { sectionId: string | null; text?: string }

/** What the parts that show and make open points work with. */
export type OpenPointsRoom = {
  agreementId: string
  /** Null until they are here for the first time. */
  points: readonly SeenPoint[] | null
  failure: CallFailure | null
  mayChange: boolean
  refresh(): void
  /** How every article and annex is called, in their order. */
  names: ReadonlyMap<string, string>
  parties: readonly PartyEntry[]
  /** Those who take part. */
  people: readonly { personId: string; name: string; partyId: string | null }[]
  /** Here at once, and at the server as soon as it can be sent; so are all of these. */
  add(point: NewPoint): void
  /** What differs from the point is changed, the rest stays. */
  change(point: OpenPoint, said: Omit<NewPoint, 'id'>): void
  tick(id: string, isDone: boolean): void
  remove(point: OpenPoint): void
  /** Sends once more what was refused. */
  again(ids: readonly string[]): void
  /** Lets go of what was refused. */
  drop(ids: readonly string[]): void
  /** The point that was taken away last from here, while it can be put back. */
  taken: OpenPoint | null
  /** Puts it on the list again, as a new point. */
  putBack(taken: OpenPoint): void
  /** Opens the dialog with the points of an article and the form for a new one. */
  make(prefill: Prefill): void
}

const Room = createContext<OpenPointsRoom | null>(null)
export const OpenPointsRoomProvider = Room.Provider

/** The open points around this part; null outside an agreement, as in a preview. */
export const useMaybeOpenPoints = (): OpenPointsRoom | null => useContext(Room)

/** The open points around this part. Throws outside an agreement. */
export function useOpenPoints(): OpenPointsRoom {
  const room = useContext(Room)
  if (room === null) throw new RangeError('useOpenPoints: no open points around this part')
  return room
}

/** The points of one place that are still open. */
export function openAt(points: readonly SeenPoint[] | null, sectionId: string): SeenPoint[] {
  return (points ?? []).filter((point) => point.sectionId === sectionId && point.done === null)
}
