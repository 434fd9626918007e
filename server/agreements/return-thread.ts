import { workerData } from 'node:worker_threads'
import * as Y from 'yjs'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { ReturnedChange, ReturnTrouble } from '../../shared/agreement/returned-change.ts'
import { newDocument } from '../../shared/document/new-document.ts'
import { readAgreement } from '../../shared/document/read.ts'
import { dataOfText } from '../../shared/returned/data-of-text.ts'
import { findChanges } from '../../shared/returned/find-changes.ts'
import type { SaidOrigin } from '../../shared/returned/read-origin.ts'
import { type LostFile, readWordFile } from '../../shared/returned/read-word-file.ts'
import type { ReturnedData, ReturnedWordFile } from '../../shared/returned/returned-word-file.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import type { KnownRemark } from '../../shared/word/carried-data.ts'
import { answerJobs } from './answer-jobs.ts'
import type { PastTexts } from './return-past.ts'

/** What is known here of a file whose own data is lost: texts it may have been made of, and who said and proposed what may stand in it. */
export type KnownHere = PastTexts & { known: KnownRemark[] }

/** A file that came back, and the whole document as one Yjs update; `here` is null at the first try. */
export type ReturnJob = {
  agreementId: string
  bytes: Uint8Array
  update: Uint8Array
  here: KnownHere | null
}
/** `lost`: the file says where it comes from and nothing more, so that it has to be looked up here. */
export type FoundChanges = { trouble: ReturnTrouble } | { changes: ReturnedChange[] } | { lost: SaidOrigin }
export type ReturnThreadData = { catalog: Catalog }

const { catalog } = workerData as ReturnThreadData

answerJobs<ReturnJob, FoundChanges>((job) => {
  const read = readWordFile(job.bytes)
  if (!read.ok) return read.lost === null ? { trouble: read.trouble } : foundWithout(read.lost, job)
  return found(read.file, job)
})

function found(file: ReturnedWordFile, { agreementId, update }: ReturnJob): FoundChanges {
  if (file.agreementId !== agreementId) return { trouble: 'other-agreement' }
  return { changes: findChanges(file, bodyAfter([update]), catalog) }
}

function foundWithout({ origin, text }: LostFile, job: ReturnJob): FoundChanges {
  if (origin.agreementId !== job.agreementId) return { trouble: 'other-agreement' }
  if (job.here === null) return { lost: origin }
  const data = maybeData(origin, job, job.here)
  return data === null ? { trouble: 'data-lost' } : found({ ...data, ...text }, job)
}

/** The text of now first: most files come back to what they were made of. */
function maybeData(origin: SaidOrigin, { update }: ReturnJob, here: KnownHere): ReturnedData | null {
  const { known, fixed, texts } = here
  const ofFixed = fixed && readWordFile(fixed)
  if (ofFixed?.ok && ofFixed.file.textHash === origin.textHash) return { ...ofFixed.file, facts: {}, known }
  for (const { updates, after } of [{ updates: [update], after: [] }, ...texts])
    for (const body of bodiesOf(updates, after)) {
      const data = dataOfText(body, origin, catalog)
      if (data !== null) return { ...data, known }
    }
  return null
}

function bodyAfter(updates: readonly Uint8Array[]): AgreementBody {
  const [body] = bodiesOf(updates, [])
  return body as AgreementBody
}

/** The agreement after some updates, and after each of those that follow. */
function* bodiesOf(
  updates: readonly Uint8Array[],
  after: readonly Uint8Array[],
): Generator<AgreementBody, void, void> {
  const doc = newDocument()
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    yield readAgreement(doc).value
    for (const update of after) {
      Y.applyUpdate(doc, update)
      yield readAgreement(doc).value
    }
  } finally {
    doc.destroy()
  }
}
