import type { SaidOrigin } from '../../shared/returned/read-origin.ts'
import type { DocumentLog } from '../storage/document-log.ts'
import type { FixingStore } from '../storage/fixing.ts'
import type { VersionStore } from '../storage/versions.ts'
import { maybeUpdates } from './past-articles.ts'

/** A text as it was after some updates, and after each of those that followed. */
export type PastText = { updates: Uint8Array[]; after: Uint8Array[] }

/** What a file may have been made of: the file that was fixed, and texts of then. Which of them it was, its check number says. */
export type PastTexts = { fixed: Uint8Array | null; texts: PastText[] }

export type PastTextParts = {
  log: Pick<DocumentLog, 'momentAt' | 'entriesBetween'>
  versions: Pick<VersionStore, 'versionsOf' | 'maybeUpdate'>
  fixing: Pick<FixingStore, 'maybeFixedFile'>
}

/**
 * Time (ms) before the file was made in which its text was read, how many texts of that time and how many kept versions are looked at, and how
 * many bytes of each.
 */
const BOUNDS = { before: 10_000, entries: 40, versions: 12, bytes: 64 * 1024 * 1024 }

/** Looks up what a file may have been made of that says where it comes from. What it says is no more than where to look. */
export async function pastTexts(
  parts: PastTextParts,
  agreementId: string,
  origin: SaidOrigin,
): Promise<PastTexts> {
  const [fixed, then, versions] = await Promise.all([
    origin.version === 0 ? null : parts.fixing.maybeFixedFile(agreementId, origin.version),
    origin.at === null ? null : maybeTextsAt(parts.log, agreementId, origin.at),
    keptVersions(parts.versions, agreementId, origin.at),
  ])
  return { fixed: fixed?.bytes ?? null, texts: [...(then ? [then] : []), ...versions] }
}

/** The texts of the last seconds up to a moment; files know it to the second. */
async function maybeTextsAt(
  log: PastTextParts['log'],
  agreementId: string,
  at: number,
): Promise<PastText | null> {
  const last = await log.momentAt(agreementId, at + 999)
  if (last === null) return null
  const early = await log.momentAt(agreementId, at - BOUNDS.before)
  const from = early ?? { seq: 0, at: 0, snapshot: null, exact: true }
  const updates = await maybeUpdates(log, agreementId, from, BOUNDS.bytes)
  if (updates === null) return null
  const after = await maybeUpdates(log, agreementId, { ...last, snapshot: null }, BOUNDS.bytes, from.seq)
  if (after === null) return { updates, after: [] }
  const folded = Math.max(0, after.length - BOUNDS.entries)
  return { updates: [...updates, ...after.slice(0, folded)], after: after.slice(folded) }
}

/** Those that were made nearest to the moment first. */
async function keptVersions(
  store: PastTextParts['versions'],
  agreementId: string,
  at: number | null,
): Promise<PastText[]> {
  const all = await store.versionsOf(agreementId)
  const away = ({ madeAt }: { madeAt: string }) => Math.abs(Date.parse(madeAt) - (at ?? Date.parse(madeAt)))
  const nearest = all.sort((one, other) => away(one) - away(other)).slice(0, BOUNDS.versions)
  const texts: PastText[] = []
  let left = BOUNDS.bytes
  for (const { id } of nearest) {
    const update = await store.maybeUpdate(agreementId, id)
    left -= update?.length ?? 0
    if (left < 0) break
    if (update) texts.push({ updates: [update], after: [] })
  }
  return texts
}
