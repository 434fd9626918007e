import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import type { StepNote } from '../../../shared/protocol/endpoints-steps.ts'
import type { PartyEntry } from '../agreement/overview-of.ts'
import type { NotePlace, NotesStore, SeenNote } from './notes-store.ts'

/** What every part of the steps screen shares. */
export type StepsAround = {
  agreementId: string
  body: AgreementBody
  parties: readonly PartyEntry[]
  notes: NotesStore
  /** May write notes and ticks; the others read them. */
  canWrite: boolean
  /** What the own organisation is called; null for who belongs to none and so keeps nothing to it. */
  ownName: string | null
}

const Around = createContext<StepsAround | null>(null)
export const StepsProvider = Around.Provider

/** What is around a part of the steps screen. Throws outside it. */
export function useSteps(): StepsAround {
  const around = useContext(Around)
  if (!around) throw new RangeError('useSteps: no steps screen around this part')
  return around
}

/** One note, followed. */
export function useNote(place: NotePlace): SeenNote {
  const { notes } = useSteps()
  const { itemId, aboutPartyId, audience } = place
  const snapshot = useCallback(
    () => notes.at({ itemId, aboutPartyId, audience }),
    [notes, itemId, aboutPartyId, audience],
  )
  return useSyncExternalStore(notes.subscribe, snapshot)
}

/** All kept notes, followed. */
export function useAllNotes(notes: NotesStore): readonly StepNote[] {
  return useSyncExternalStore(notes.subscribe, notes.all)
}
