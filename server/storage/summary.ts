/** What a list says of an agreement's text, as it was at entry `seq` of its log. */
export type StoredSummary = { seq: number; title: string; partyNames: string[] }

/** The summary as its columns hold it; null when none is kept. */
export function maybeSummary(
  seq: number | null,
  title: string | null,
  partyNames: string | null,
): StoredSummary | null {
  if (seq === null) return null
  return { seq, title: title ?? '', partyNames: JSON.parse(partyNames ?? '[]') as string[] }
}
