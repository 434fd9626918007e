import type { ReturnedChange } from '../../shared/agreement/returned-change.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import type { FoundChanges, ReturnJob, ReturnThreadData } from './return-thread.ts'
import { createSideThread } from './side-thread.ts'

/** Reads files that came back beside the live work: they are from outside, and can be made to cost much. */
export type ReturnReader = {
  /**
   * The changes in a file, or why it can not be read. Rejects with a refusal `too-many-requests` when too many wait already, and when a file takes too
   * long or too much memory.
   */
  read(job: ReturnJob): Promise<FoundChanges>
  /** Ends the thread; what was under way is not finished. */
  close(): Promise<void>
}

/** Time (ms) and memory (MB) for one file, and how many may wait. */
const BOUNDS = { time: 30_000, memory: 768, waiting: 6 }

export function createReturnReader(catalog: Catalog, bounds = BOUNDS): ReturnReader {
  const data: ReturnThreadData = { catalog }
  const script = new URL('./return-thread.ts', import.meta.url)
  const thread = createSideThread<ReturnJob, FoundChanges>(script, data, bounds)
  return { read: thread.run, close: thread.close }
}

/** Some lists of changes, each as it was when the text had a number of entries: somebody who decides looks at the same one again. */
export function createFoundMemory(most: number) {
  const known = new Map<string, { seq: number; changes: ReturnedChange[] }>()
  return {
    maybe(key: string, seq: number): ReturnedChange[] | null {
      const found = known.get(key)
      return found?.seq === seq ? found.changes : null
    },
    keep(key: string, seq: number, changes: ReturnedChange[]): void {
      known.delete(key)
      known.set(key, { seq, changes })
      const [oldest] = known.keys()
      if (known.size > most && oldest !== undefined) known.delete(oldest)
    },
    forget(key: string): void {
      known.delete(key)
    },
  }
}
