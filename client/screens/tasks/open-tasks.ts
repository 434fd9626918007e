import { createContext, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { AgreementBody } from '../../../shared/agreement/agreement.ts'
import { createUndoManager } from '../../../shared/document/undo.ts'
import { mayWrite } from '../../connection/index.ts'
import { type CellPresence, type FormsAgreement, followCells, useForms } from '../../forms/index.ts'
import type { Surroundings } from '../agreement/surroundings.ts'
import { type OpenAgreement, useStandingConnection } from '../agreement/use-live.ts'

type Lasting = { presence: CellPresence; undo: () => void; beginStep: () => void; close: () => void }

/** What the whole screen shares beside the agreement itself. */
export type TasksRoom = {
  agreementId: string
  you: Surroundings['you']
  /** Says in its fixed place what was just done. `canUndo` offers to put it back. */
  say(words: string, canUndo?: boolean): void
  /** Makes what follows one step of its own for undo. */
  beginStep(): void
}

const Room = createContext<TasksRoom | null>(null)
export const TasksRoomProvider = Room.Provider

/** The room around a part of the screen. Throws outside one. */
export function useTasksRoom(): TasksRoom {
  const room = useContext(Room)
  if (room === null) throw new RangeError('useTasksRoom: no screen of tasks around this part')
  return room
}

/** The agreement as the forms of this screen edit it, with one history for it. Null for the moment before it is opened. */
export function useTasksAgreement(
  { live, observed }: OpenAgreement,
  { you, catalog }: Surroundings,
): (FormsAgreement & { beginStep: () => void }) | null {
  const connection = useStandingConnection(live)
  const [lasting, setLasting] = useState<Lasting | null>(null)
  useEffect(() => {
    const { personId, name, partyId, role } = you
    live.awareness.setLocalStateField('user', { personId, name, partyId, role })
  }, [live, you])
  useEffect(() => {
    const opened = openLasting(live)
    setLasting(opened)
    return () => {
      opened.close()
      setLasting(null)
    }
  }, [live])
  const canWrite = mayWrite(connection)
  return useMemo(() => {
    if (lasting === null) return null
    const { doc, awareness } = live
    const { presence, undo, beginStep } = lasting
    return { doc, awareness, store: observed, catalog, presence, canWrite, undo, beginStep }
  }, [lasting, live, observed, catalog, canWrite])
}

function openLasting({ doc, awareness }: OpenAgreement['live']): Lasting {
  const presence = followCells(awareness)
  const history = createUndoManager(doc)
  return {
    presence,
    undo: () => {
      history.undo()
    },
    beginStep: () => history.stopCapturing(),
    close: () => {
      presence.enter(null)
      presence.stop()
      history.destroy()
    },
  }
}

/** What suggestions and overviews are drawn from. */
const PARTS = [
  'parties',
  'contacts',
  'tasks',
  'customClusters',
  'clusterFrameworkId',
  'focusFactors',
  'financing',
  'term',
] as const

/** The agreement, the same one until something changes that this screen shows: typing in the prose draws nothing here. */
export function useTaskFacts(): AgreementBody {
  const { store } = useForms()
  const last = useRef<AgreementBody | null>(null)
  return useSyncExternalStore(store.subscribe, () => {
    const now = store.get()
    const before = last.current
    if (before === null || PARTS.some((part) => now[part] !== before[part])) last.current = now
    return last.current ?? now
  })
}
