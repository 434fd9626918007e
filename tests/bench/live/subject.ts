import type { Dialect } from './dialect.ts'
import type { Place } from './load-client.ts'

export type Usage = {
  /** CPU seconds of the server so far, all its threads. */
  cpu: number
  /** Bytes of memory it holds. */
  memory: number
}

/** A server that is measured. */
export type Subject = {
  name: string
  dialect: Dialect
  /** The first `count` documents as of now: the address changes with a restart. */
  places(count: number): Place[]
  /** True when its documents are empty, and clients give them their agreement. */
  needsDocuments: boolean
  usage(): Promise<Usage>
  /** `SIGKILL`: ends without being able to finish; then it is started again on what it left. */
  restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
  stop(): Promise<void>
}

/** What starts a subject; `documents` is how many it will need. */
export type Start = (documents: number) => Promise<Subject>
