import type { Catalog } from '../../shared/template/catalog.ts'
import type { AgreementFile } from './agreement-file.ts'
import type { FileJob, FileThreadData } from './file-thread.ts'
import { createSideThread } from './side-thread.ts'

/** Makes files of agreements beside the live work: writing a large one is seconds of computing. */
export type FileWriter = {
  /** Rejects with a refusal `too-many-requests` when too many wait already, and when a file takes too long or too much memory. */
  write(job: FileJob): Promise<AgreementFile>
  /** Ends the thread; what was under way is not finished. */
  close(): Promise<void>
}

const BOUNDS = { time: 60_000, memory: 1024, waiting: 30 }

export function createFileWriter(catalog: Catalog, bounds = BOUNDS): FileWriter {
  const data: FileThreadData = { catalog }
  const script = new URL('./file-thread.ts', import.meta.url)
  const thread = createSideThread<FileJob, AgreementFile>(script, data, bounds)
  return { write: thread.run, close: thread.close }
}
