import { workerData } from 'node:worker_threads'
import type { AgreementBody } from '../../shared/agreement/agreement.ts'
import type { Snapshot } from '../../shared/agreement/snapshot.ts'
import type { Theme } from '../../shared/agreement/theme.ts'
import type { ComparedText } from '../../shared/outline/comparison-outline.ts'
import type { Outline } from '../../shared/outline/outline.ts'
import type { ExportVariant } from '../../shared/protocol/export-options.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import type { HeadingPage } from '../../shared/word/contents-pages.ts'
import {
  type AgreementFile,
  agreementFile,
  comparisonFile,
  type FileFormat,
  signingFile,
  wordOf,
} from './agreement-file.ts'
import { answerJobs } from './answer-jobs.ts'
import type { WorkingText } from './remarks.ts'

/** What a file is made of: an agreement, or a page that is drawn already. */
export type FileJob = AgreementJob | OutlineJob | SigningJob | ComparisonJob
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
  /** For a form: what each article or annex is for, by its id. */
  guidance?: Readonly<Record<string, string>>
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
/** Two texts of an agreement beside each other; `version` is the number of the newer one, 0 where it has none. */
export type ComparisonJob = {
  was: ComparedSide
  now: ComparedSide
  agreementId: string
  version: number
  date: Date
  theme: Theme | null
}
export type ComparedSide = {
  /** What it is called on paper. */
  text: ComparedText
  body: AgreementBody
  status: string
  fixedOn: string | null
}
export type FileThreadData = { catalog: Catalog }

const { catalog } = workerData as FileThreadData
answerJobs<FileJob, AgreementFile>((job) => {
  if ('fixed' in job) return signingFile(job)
  if ('was' in job) return comparisonFile(job, catalog)
  return 'outline' in job ? wordOf(job) : agreementFile(job, catalog)
})
