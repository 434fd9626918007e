import type { Change, HistoryView } from '../../../../shared/protocol/endpoints-history.ts'

/** What others changed since one's last visit, newest first. Nothing at a first visit: then all is new. */
export function changesSinceVisit(
  { lastVisit, changes }: Pick<HistoryView, 'lastVisit' | 'changes'>,
  ownId: string,
): Change[] {
  if (lastVisit === null) return []
  return changes.filter(({ personId, to }) => personId !== ownId && to > lastVisit)
}

/** What was changed in one place, by whom, in several changes together. */
export type ChangedPlace = { place: string; personIds: (string | null)[]; to: string; edits: number }

/** The changes put together by place, the place that was changed last first. */
export function placesOf(changes: readonly Change[]): ChangedPlace[] {
  return [...Map.groupBy(changes, ({ place }) => place)]
    .map(([place, those]) => ({
      place,
      personIds: [...new Set(those.map(({ personId }) => personId))],
      to:
        those
          .map(({ to }) => to)
          .sort()
          .at(-1) ?? '',
      edits: those.reduce((sum, { edits }) => sum + edits, 0),
    }))
    .sort((one, other) => (one.to < other.to ? 1 : one.to > other.to ? -1 : 0))
}

/** The last moment before a change began, ISO 8601. */
export function momentBefore({ from }: Change): string {
  return new Date(Date.parse(from) - 1).toISOString()
}
