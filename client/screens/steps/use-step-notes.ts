import { useEffect, useMemo } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { StepNote } from '../../../shared/protocol/endpoints-steps.ts'
import { call, callOrRecall } from '../../connection/index.ts'
import type { OpenAgreement } from '../agreement/use-live.ts'
import { createNotesStore, type NotesStore } from './notes-store.ts'

/** The notes of an agreement as they are now. */
export async function loadNotes(agreementId: string): Promise<StepNote[]> {
  return (await callOrRecall(agreementId, endpoints.getStepNotes, { params: { id: agreementId } })).notes
}

/** The notes, followed for as long as the screen shows them: fetched again when the server says so and after every gap. */
export function useStepNotes(
  agreementId: string,
  first: readonly StepNote[],
  open: OpenAgreement,
): NotesStore {
  const store = useMemo(
    () =>
      createNotesStore(first, {
        load: () => loadNotes(agreementId),
        send: (change) => call(endpoints.writeStepNote, { params: { id: agreementId }, body: change }),
        after: (time, then) => {
          const timer = setTimeout(then, time)
          return () => clearTimeout(timer)
        },
      }),
    [agreementId, first],
  )
  useEffect(() => followBell(store, open), [store, open])
  useEffect(() => guardUnkept(store), [store])
  return store
}

function followBell(store: NotesStore, { live }: OpenAgreement): () => void {
  // Fails only without a connection; the next one fetches again.
  const refresh = () => void store.refresh().catch(() => {})
  const stopNotices = live.onNotice((notice) => {
    if (notice.kind === 'changed' && notice.what === 'steps') refresh()
  })
  let wasSynced = live.getState().synced
  if (wasSynced) refresh()
  const stopStates = live.subscribe(() => {
    const { synced } = live.getState()
    if (synced && !wasSynced) refresh()
    wasSynced = synced
  })
  return () => {
    stopNotices()
    stopStates()
  }
}

/** Somebody who goes away sends what waits; closing the page with something unkept is asked twice. */
function guardUnkept(store: NotesStore): () => void {
  const onLeave = (event: BeforeUnloadEvent) => {
    store.flushAll()
    if (store.hasUnkept()) event.preventDefault()
  }
  const onHide = () => {
    if (document.visibilityState === 'hidden') store.flushAll()
  }
  window.addEventListener('beforeunload', onLeave)
  document.addEventListener('visibilitychange', onHide)
  return () => {
    window.removeEventListener('beforeunload', onLeave)
    document.removeEventListener('visibilitychange', onHide)
    store.flushAll()
  }
}
