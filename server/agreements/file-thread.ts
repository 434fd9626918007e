import { workerData } from 'node:worker_threads'
import type { Snapshot } from '../../shared/agreement/snapshot.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import { type AgreementFile, agreementFile, type FileFormat } from './agreement-file.ts'
import { answerJobs } from './answer-jobs.ts'

/** What a file is made of. */
export type FileJob = { snapshot: Snapshot; format: FileFormat; date: Date }
export type FileThreadData = { catalog: Catalog }

const { catalog } = workerData as FileThreadData
answerJobs<FileJob, AgreementFile>(({ snapshot, format, date }) =>
  agreementFile(snapshot, format, catalog, date),
)
