import type { Version } from '../../../../shared/protocol/endpoints-versions.ts'

/** What was kept because somebody else put an older text back since one last looked; null when nobody did. Both lists have the newest first. */
export function maybePutBack(
  before: readonly Version[],
  now: readonly Version[],
  ownId: string,
): Version | null {
  const known = new Set(before.map(({ id }) => id))
  const isNews = ({ id, kind, madeBy }: Version) =>
    kind === 'before-restore' && madeBy !== ownId && !known.has(id)
  return now.find(isNews) ?? null
}
