import { workerData } from 'node:worker_threads'
import type { Snapshot } from '../../shared/agreement/snapshot.ts'
import type { Theme } from '../../shared/agreement/theme.ts'
import type { Outline } from '../../shared/outline/outline.ts'
import type { ExportVariant } from '../../shared/protocol/export-options.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import type { HeadingPage } from '../../shared/word/contents-pages.ts'
import { type AgreementFile, agreementFile, type FileFormat, signingFile, wordOf } from './agreement-file.ts'
import { answerJobs } from './answer-jobs.ts'
import type { WorkingText } from './remarks.ts'

/** What a file is made of: an agreement, or a page that is drawn already. */
export type FileJob = AgreementJob | OutlineJob | SigningJob
/** `fixedOn`: the day (ISO) on which the text was fixed, which the paper then says. */
export type AgreementJob = {
  snapshot: Snapshot
  format: FileFormat
  date: Date
  fixedOn?: string | null
  /** The whole agreement when absent. */
  variant?: ExportVariant
  /** Plain when absent or null. */
  theme?: Theme | null
  /** Of people who are not in the agreement and yet are known, for a paper that leaves people out. */
  names?: readonly string[]
  /** For a Word file that others work on: the texts with what is proposed in them, and what people say about them. */
  working?: WorkingText | null
}
export type OutlineJob = {
  outline: Outline
  name: string
  agreementId: string
  date: Date
  theme?: Theme | null
}
/** A Word file that was made before, to get the pages of its headings in its contents; null when nobody knows them. */
export type SigningJob = { fixed: { bytes: Uint8Array; name: string }; headings: HeadingPage[] | null }
export type FileThreadData = { catalog: Catalog }

const { catalog } = workerData as FileThreadData
answerJobs<FileJob, AgreementFile>((job) => {
  if ('fixed' in job) return signingFile(job)
  return 'outline' in job ? wordOf(job) : agreementFile(job, catalog)
})
