import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { z } from 'zod'
import { observeAgreement } from '../../../../shared/document/observe.ts'
import { createUndoManager } from '../../../../shared/document/undo.ts'
import { callParty } from '../../../../shared/outline/parties.ts'
import type { Catalog } from '../../../../shared/template/catalog.ts'
import {
  CaretBoard,
  type CaretOwner,
  createInsertRequests,
  createPlaceRegistry,
  undoHistory,
} from '../../../editor/index.ts'
import { followCells } from '../../../forms/index.ts'
import { followFacts } from './paper-facts-of.ts'

/** Everything that lives as long as one paper is open. `close` ends it. */
export type OpenPaper = ReturnType<typeof openPaper>

/** Opens the paper of a document that is in sync. */
export function openPaper(doc: Doc, awareness: Awareness, catalog: Catalog) {
  const store = observeAgreement(doc)
  const facts = followFacts(store, catalog)
  const undoManager = createUndoManager(doc)
  const presence = followCells(awareness)
  return {
    doc,
    awareness,
    carets: new CaretBoard(awareness),
    catalog,
    store,
    facts,
    presence,
    places: createPlaceRegistry(),
    inserts: createInsertRequests(),
    history: undoHistory(undoManager),
    describeOwner: (state: Record<string, unknown>) => describeOwner(state, store, catalog),
    close: () => {
      presence.enter(null)
      presence.stop()
      facts.stop()
      undoManager.destroy()
      store.stop()
    },
  }
}

const someone = z.object({ name: z.string().max(200), partyId: z.string().nullable().catch(null) })

function describeOwner(
  state: Record<string, unknown>,
  store: ReturnType<typeof observeAgreement>,
  catalog: Catalog,
): CaretOwner | null {
  const user = someone.safeParse(state.user)
  if (!user.success) return null
  const { parties } = store.get()
  const index = parties.findIndex(({ id }) => id === user.data.partyId)
  const party = parties[index]
  return {
    name: user.data.name,
    party: party ? callParty(party, catalog) : null,
    partyIndex: party ? index : null,
  }
}
