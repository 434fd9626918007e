import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'

/** Somebody who is in a field of a table or form. */
export type PersonInCell = { clientId: number; name: string; partyId: string | null }

/** Who is in which field. Changes only when somebody enters or leaves one, however often carets move. */
export type CellPresence = {
  /** The same list until it changes; empty for a field where nobody is. */
  at(address: string): readonly PersonInCell[]
  subscribe(listener: () => void): () => void
  /** Tells others which field oneself is in; null when in none. */
  enter(address: string | null): void
  stop(): void
}

const inCell = z.object({
  cell: z.string().max(200),
  user: z.object({ name: z.string(), partyId: z.string().nullable().catch(null) }),
})

const NOBODY: readonly PersonInCell[] = []

/** Follows the awareness of a document. The caller stops it. */
export function followCells(awareness: Awareness): CellPresence {
  const listeners = new Set<() => void>()
  let cells = peopleInCells(awareness)
  let summary = JSON.stringify([...cells])
  const onChange = () => {
    const now = peopleInCells(awareness)
    const nowSummary = JSON.stringify([...now])
    if (nowSummary === summary) return
    cells = now
    summary = nowSummary
    for (const listener of [...listeners]) listener()
  }
  awareness.on('change', onChange)
  return {
    at: (address) => cells.get(address) ?? NOBODY,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    enter: (address) => {
      if ((awareness.getLocalState()?.cell ?? null) !== address) awareness.setLocalStateField('cell', address)
    },
    stop: () => awareness.off('change', onChange),
  }
}

function peopleInCells(awareness: Awareness): Map<string, PersonInCell[]> {
  const cells = new Map<string, PersonInCell[]>()
  for (const [clientId, state] of awareness.getStates()) {
    const read = inCell.safeParse(state)
    if (clientId === awareness.clientID || !read.success) continue
    const { cell, user } = read.data
    cells.set(cell, [...(cells.get(cell) ?? []), { clientId, name: user.name, partyId: user.partyId }])
  }
  return cells
}
