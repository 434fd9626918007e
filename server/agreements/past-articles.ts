import type { ReadArticle } from '../../shared/document/read-article.ts'
import { Refusal } from '../access/refusal.ts'
import type { DocumentLog, LogMoment } from '../storage/document-log.ts'
import type { PastJob } from './past-thread.ts'
import { createSideThread } from './side-thread.ts'

/**
 * An article as it was, and when (ms since 1970) the last change before that moment was kept. Not `exact`: so long ago that this is the
 * nearest text before the moment that is kept.
 */
export type PastArticle = ReadArticle & { at: number; exact: boolean }

/** Makes articles of old again out of the log, beside the live work. */
export type PastArticles = {
  /**
   * The article or annex at a moment (ms since 1970); null when it was not there then, or what led to it is gone. Rejects with a
   * refusal `too-many-requests` when too many are being made.
   */
  maybeArticleAt(documentId: string, articleId: string, moment: number): Promise<PastArticle | null>
  close(): Promise<void>
}

/** Time (ms) and memory (MB) for one article, how many may be made at once, and how many bytes of the log may go into one. */
const BOUNDS = { time: 30_000, memory: 1024, waiting: 8, bytes: 256 * 1024 * 1024 }

export function createPastArticles(
  log: Pick<DocumentLog, 'momentAt' | 'entriesBetween'>,
  bounds = BOUNDS,
): PastArticles {
  const script = new URL('./past-thread.ts', import.meta.url)
  const thread = createSideThread<PastJob, ReadArticle | null>(script, null, bounds)
  let making = 0

  async function make(documentId: string, articleId: string, moment: number): Promise<PastArticle | null> {
    const found = await log.momentAt(documentId, moment)
    const updates = found && (await maybeUpdates(log, documentId, found, bounds.bytes))
    const article = updates && (await thread.run({ updates, articleId }))
    return article && { ...article, at: found.at, exact: found.exact }
  }

  return {
    async maybeArticleAt(documentId, articleId, moment) {
      if (making >= bounds.waiting) throw new Refusal('too-many-requests')
      making += 1
      try {
        return await make(documentId, articleId, moment)
      } finally {
        making -= 1
      }
    },
    close: thread.close,
  }
}

/** The snapshot and every entry after it, or after `from`; null when some are missing or they are more than one answer may cost. */
export async function maybeUpdates(
  log: Pick<DocumentLog, 'entriesBetween'>,
  documentId: string,
  { seq, snapshot }: LogMoment,
  bytes: number,
  from = 0,
): Promise<Uint8Array[] | null> {
  const updates = snapshot ? [snapshot.bytes] : []
  let reached = snapshot?.seq ?? from
  let left = bytes
  while (reached < seq) {
    const page = await log.entriesBetween(documentId, reached, seq)
    if (page[0]?.seq !== reached + 1) return null
    for (const entry of page) left -= entry.bytes.length
    if (left < 0) return null
    updates.push(...page.map((entry) => entry.bytes))
    reached = page.at(-1)?.seq ?? seq
  }
  return updates
}
