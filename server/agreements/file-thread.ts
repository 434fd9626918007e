import { workerData } from 'node:worker_threads'
import type { Snapshot } from '../../shared/agreement/snapshot.ts'
import type { Outline } from '../../shared/outline/outline.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import { type AgreementFile, agreementFile, type FileFormat, wordOf } from './agreement-file.ts'
import { answerJobs } from './answer-jobs.ts'

/** What a file is made of: an agreement, or a page that is drawn already. */
export type FileJob = { snapshot: Snapshot; format: FileFormat; date: Date } | OutlineJob
export type OutlineJob = { outline: Outline; name: string; agreementId: string; date: Date }
export type FileThreadData = { catalog: Catalog }

const { catalog } = workerData as FileThreadData
answerJobs<FileJob, AgreementFile>((job) =>
  'outline' in job ? wordOf(job) : agreementFile(job.snapshot, job.format, catalog, job.date),
)
