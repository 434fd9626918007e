import * as Y from 'yjs'
import { newDocument } from '../../shared/document/new-document.ts'
import { maybeArticle, type ReadArticle } from '../../shared/document/read-article.ts'
import { answerJobs } from './answer-jobs.ts'

/** The updates that made a document what it was, in order, and the article that is wanted of it. */
export type PastJob = { updates: Uint8Array[]; articleId: string }

answerJobs<PastJob, ReadArticle | null>(({ updates, articleId }) => {
  const doc = newDocument()
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    return maybeArticle(doc, articleId)
  } finally {
    doc.destroy()
  }
})
