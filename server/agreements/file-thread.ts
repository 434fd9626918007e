import { parentPort, workerData } from 'node:worker_threads'
import type { Snapshot } from '../../shared/agreement/snapshot.ts'
import { assert } from '../../shared/support/assert.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import { agreementFile, type FileFormat } from './agreement-file.ts'

/** What a file is made of. */
export type FileJob = { snapshot: Snapshot; format: FileFormat; date: Date }
export type FileThreadData = { catalog: Catalog }

/** The thread's side: one file after the other. However long one takes, live documents go on in theirs. */
function serve(port: NonNullable<typeof parentPort>, { catalog }: FileThreadData): void {
  port.on('message', ({ snapshot, format, date }: FileJob) => {
    agreementFile(snapshot, format, catalog, date).then(
      (file) => port.postMessage({ file }),
      (error) => port.postMessage({ failure: error instanceof Error ? error.stack : String(error) }),
    )
  })
}

assert(parentPort, 'file-thread.ts runs as a worker thread')
serve(parentPort, workerData as FileThreadData)
