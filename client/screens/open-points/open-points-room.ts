import { createContext, useContext } from 'react'
import type {
  OpenPoint,
  OpenPointChange,
  PointOwner,
} from '../../../shared/protocol/endpoints-open-points.ts'
import type { CallFailure } from '../../connection/index.ts'
import type { PartyEntry } from '../agreement/overview-of.ts'

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
  points: readonly OpenPoint[] | null
  failure: CallFailure | null
  mayChange: boolean
  refresh(): void
  /** How every article and annex is called, in their order. */
  names: ReadonlyMap<string, string>
  parties: readonly PartyEntry[]
  /** Those who take part. */
  people: readonly { personId: string; name: string; partyId: string | null }[]
  add(point: NewPoint): Promise<void>
  change(id: string, change: OpenPointChange): Promise<void>
  remove(point: OpenPoint): Promise<void>
  /** The point that was taken away last from here, while it can be put back. */
  taken: OpenPoint | null
  /** Puts it on the list again, as a new point. */
  putBack(taken: OpenPoint): Promise<void>
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
export function openAt(points: readonly OpenPoint[] | null, sectionId: string): OpenPoint[] {
  return (points ?? []).filter((point) => point.sectionId === sectionId && point.done === null)
}
