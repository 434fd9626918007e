import { MEDIA_TYPES } from '../../../../shared/protocol/export-options.ts'
import { CallFailed, type DownloadedFile } from '../../../connection/index.ts'
import type { WordAnswer, WordJob } from './word-job.ts'

/**
 * Writes the Word file on this device, on a thread of its own: that computes for seconds, and the screen goes on meanwhile. The thread is loaded now, which
 * works without a network once the app is at hand. Rejects as a call does that nobody answers.
 */
export async function writeWordHere(job: WordJob): Promise<DownloadedFile> {
  const worker = new Worker(new URL('./word-worker.ts', import.meta.url), { type: 'module' })
  try {
    const answer = await answerOf(worker, job)
    if ('failed' in answer) throw new CallFailed({ kind: 'unreachable' })
    const bytes = new Blob([answer.bytes as Uint8Array<ArrayBuffer>], { type: MEDIA_TYPES.docx })
    return { bytes, fileName: answer.name }
  } finally {
    worker.terminate()
  }
}

function answerOf(worker: Worker, job: WordJob): Promise<WordAnswer> {
  return new Promise((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<WordAnswer>) => resolve(data))
    worker.addEventListener('error', () => resolve({ failed: true }))
    worker.postMessage(job)
  })
}
