import type { LogChange } from '../storage/document-log.ts'

/** Edits of one person in one place less than this apart (ms) are one stretch of work. */
export const STRETCH_GAP = 10 * 60_000

/** Makes one of the changes that belong to one stretch of work. In the order of their beginning. */
export function joinChanges(changes: readonly LogChange[]): LogChange[] {
  const joined: LogChange[] = []
  const open = new Map<string, LogChange>()
  for (const change of [...changes].sort((a, b) => a.from - b.from)) {
    const key = `${change.personId}\n${change.place}`
    const before = open.get(key)
    if (before && change.from - before.to < STRETCH_GAP) {
      before.to = Math.max(before.to, change.to)
      before.edits += change.edits
    } else {
      const begun = { ...change }
      open.set(key, begun)
      joined.push(begun)
    }
  }
  return joined
}
