import type { DocumentLog } from './document-log.ts'

/** How long (ms) somebody who reads what was before is waited for. */
const AGAIN = 10_000

/** Leaves nothing of what was deleted in the files; tries again by itself for as long as others read what was before. */
export function createWiper(log: Pick<DocumentLog, 'wipe'>, onError: (error: unknown) => void) {
  let timer: NodeJS.Timeout | null = null

  /** False when it could not be done yet. */
  async function wipe(): Promise<boolean> {
    const isDone = await log.wipe()
    if (!isDone)
      timer ??= setTimeout(() => {
        timer = null
        wipe().catch(onError)
      }, AGAIN).unref()
    return isDone
  }

  return {
    wipe,
    close(): void {
      if (timer) clearTimeout(timer)
    },
  }
}
