import { useSyncExternalStore } from 'react'
import type { z } from 'zod'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import { callOrRecall, type LiveConnection } from '../../connection/index.ts'

export type Participants = z.output<(typeof endpoints.getParticipants)['success']['body']>

type Kept = {
  value: Participants | null
  json: string
  listeners: Set<() => void>
  subscribe: (listener: () => void) => () => void
}

/** The people of each agreement that this page shows, as the server last told them. */
const kept = new Map<string, Kept>()

function keptOf(agreementId: string): Kept {
  const known = kept.get(agreementId)
  if (known !== undefined) return known
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  const made = { value: null, json: '', listeners, subscribe }
  kept.set(agreementId, made)
  return made
}

/** Asks who takes part, or takes what this device has of it; whoever follows is told when they are others. Rejects as `callOrRecall` does. */
export async function loadParticipants(agreementId: string): Promise<Participants> {
  const value = await callOrRecall(agreementId, endpoints.getParticipants, { params: { id: agreementId } })
  const json = JSON.stringify(value)
  const known = keptOf(agreementId)
  if (known.json === json && known.value !== null) return known.value
  known.value = { ...value, you: sameYou(known.value, value) }
  known.json = json
  for (const listener of [...known.listeners]) listener()
  return known.value
}

/** Whoever looks at `you` alone is not drawn again because others came. */
function sameYou(before: Participants | null, after: Participants): Participants['you'] {
  const isSame = before !== null && JSON.stringify(before.you) === JSON.stringify(after.you)
  return isSame ? before.you : after.you
}

/** The people of an agreement, followed; null before they were fetched. */
export function useParticipants(agreementId: string): Participants | null {
  const known = keptOf(agreementId)
  return useSyncExternalStore(known.subscribe, () => known.value)
}

/**
 * Fetches the people anew whenever the server says that the own part is another, and for who leads also when others came or went: the
 * rest sees those by their presence. One question at a time, however many come at once. Gives its stop.
 */
export function followParticipants(agreementId: string, live: LiveConnection): () => void {
  let isAsking = false
  let isStale = false
  const ask = async () => {
    isStale = true
    if (isAsking) return
    isAsking = true
    while (isStale) {
      isStale = false
      // What cannot be fetched now comes with the next notice or the next visit.
      await loadParticipants(agreementId).catch(() => {})
    }
    isAsking = false
  }
  return live.onNotice((notice) => {
    const isOwn = notice.kind === 'role'
    const isPeople = notice.kind === 'changed' && notice.what === 'participants'
    const leads = keptOf(agreementId).value?.you.role === 'facilitator'
    if (isOwn || (isPeople && leads)) void ask()
  })
}
