import { workerData } from 'node:worker_threads'
import * as Y from 'yjs'
import type { ReturnedChange, ReturnTrouble } from '../../shared/agreement/returned-change.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { findChanges } from '../../shared/returned/find-changes.ts'
import { readWordFile } from '../../shared/returned/read-word-file.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import { answerJobs } from './answer-jobs.ts'

/** A file that came back, and the whole document as one Yjs update. */
export type ReturnJob = { agreementId: string; bytes: Uint8Array; update: Uint8Array }
export type FoundChanges = { trouble: ReturnTrouble } | { changes: ReturnedChange[] }
export type ReturnThreadData = { catalog: Catalog }

const { catalog } = workerData as ReturnThreadData

answerJobs<ReturnJob, FoundChanges>(({ agreementId, bytes, update }) => {
  const read = readWordFile(bytes)
  if (!read.ok) return { trouble: read.trouble }
  if (read.file.agreementId !== agreementId) return { trouble: 'other-agreement' }
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, update)
    return { changes: findChanges(read.file, readAgreement(doc).value, catalog) }
  } finally {
    doc.destroy()
  }
})
