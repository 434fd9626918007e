import * as Y from 'yjs'
import type { OpenSuggestion } from '../../shared/document/suggestions.ts'
import type { DocumentLog } from '../storage/document-log.ts'
import type { ProposalStore } from '../storage/proposals.ts'

/** So many entries back a suggestion is looked for that nobody asked about before. */
const FARTHEST = 20_000
/** An entry is in the log a moment before it is in the text: so many are looked at once more. */
const AGAIN = 500

export type TimeParts = {
  store: Pick<ProposalStore, 'seenOf' | 'keepSeen'>
  log: Pick<DocumentLog, 'entriesBetween'>
  lastSeq: (agreementId: string) => Promise<number>
}

/**
 * When each of these suggestions was first kept, by the log and not by what a page says. What was found is remembered, so that each entry
 * of the log is looked at once.
 */
export async function timesOf(
  { store, log, lastSeq }: TimeParts,
  agreementId: string,
  suggestions: readonly OpenSuggestion[],
): Promise<Map<string, string>> {
  const last = await lastSeq(agreementId)
  const { at, upTo } = await store.seenOf(agreementId)
  const unknown = suggestions.filter(({ id }) => !at.has(id))
  if (unknown.length === 0) {
    if (last !== upTo) await store.keepSeen(agreementId, new Map(), last)
    return at
  }
  const found = await firstSeen(
    log,
    agreementId,
    Math.max(0, (upTo ?? 0) - AGAIN, last - FARTHEST),
    last,
    unknown,
  )
  await store.keepSeen(agreementId, found, last)
  return new Map([...at, ...found])
}

async function firstSeen(
  log: TimeParts['log'],
  agreementId: string,
  after: number,
  upTo: number,
  unknown: readonly OpenSuggestion[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  let seq = after
  while (seq < upTo && found.size < unknown.length) {
    const entries = await log.entriesBetween(agreementId, seq, upTo)
    for (const entry of entries) {
      const { from, to } = Y.parseUpdateMeta(entry.bytes)
      const holds = ({ client, clock }: { client: number; clock: number }) =>
        (from.get(client) ?? Number.POSITIVE_INFINITY) <= clock && clock < (to.get(client) ?? 0)
      for (const { id, writing } of unknown)
        if (!found.has(id) && writing.some(holds)) found.set(id, new Date(entry.at).toISOString())
    }
    const last = entries.at(-1)
    if (last === undefined) break
    seq = last.seq
  }
  return found
}
