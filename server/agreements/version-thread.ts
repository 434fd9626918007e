import * as Y from 'yjs'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import { newDocument } from '../../shared/document/new-document.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { answerJobs } from './answer-jobs.ts'

/** The whole document as one Yjs update. */
export type VersionJob = { update: Uint8Array }

answerJobs<VersionJob, AgreementBody>(({ update }) => {
  const doc = newDocument()
  try {
    Y.applyUpdate(doc, update)
    return readAgreement(doc).value
  } finally {
    doc.destroy()
  }
})
