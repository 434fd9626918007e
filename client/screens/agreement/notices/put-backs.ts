import type { Version } from '../../../../shared/protocol/endpoints-versions.ts'

/** What somebody else put back: the version holds what stood there. */
export type PutBack = { version: Version; articleId: string | null }

/** What somebody else put back since one last looked, the newest first. Both lists have the newest first. */
export function putBacks(before: readonly Version[], now: readonly Version[], ownId: string): PutBack[] {
  const known = new Set(before.filter(({ putBack }) => putBack !== null).map(({ id }) => id))
  return now.flatMap((version) => {
    const { id, putBack, madeBy } = version
    return putBack === null || madeBy === ownId || known.has(id)
      ? []
      : [{ version, articleId: putBack.articleId }]
  })
}

/** What is still told once something newer was put back: of each article the last time, and nothing of before all of it went back. */
export function withNewer(told: readonly PutBack[], newer: readonly PutBack[]): PutBack[] {
  const all = [...newer, ...told]
  const whole = all.findIndex(({ articleId }) => articleId === null)
  const since = whole < 0 ? all : all.slice(0, whole + 1)
  return since.filter(({ articleId }, at) => since.findIndex((other) => other.articleId === articleId) === at)
}
