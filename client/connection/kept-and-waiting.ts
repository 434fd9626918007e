import { CallFailed, type CallFailure, failureOf } from './call-failure.ts'
import type { CommandQueue, Waiting } from './command-queue.ts'

/** What the server keeps of one kind of thing, and what this person did with it that is not there yet. */
export type KeptAndWaiting<Kept, C> = {
  kept: Kept
  waiting: readonly Waiting<C>[]
  /** Null before anything was fetched and when nothing went wrong. */
  failure: CallFailure | null
  isLoaded: boolean
}

export type KeptAndWaitingEdges<Kept, C> = {
  queue: CommandQueue<C>
  /** What is there before anything was fetched. */
  nothing: Kept
  load: () => Promise<Kept>
  /** Sends a command; gives what is kept after it, from what was kept before. */
  send: (command: C) => Promise<(kept: Kept) => Kept>
  /** A command that the server refused for good: it stays for its person to decide, or it goes. */
  staysRefused: (command: C, failure: CallFailure) => boolean
  /** Calls back after so many milliseconds; returns its stop. */
  after: (time: number, then: () => void) => () => void
}

/** Wait before what could not be sent is tried again, in milliseconds. */
export const RETRY = 5000

export type KeptAndWaitingStore<Kept, C> = {
  subscribe: (listener: () => void) => () => void
  /** The same value until something changes. */
  get: () => KeptAndWaiting<Kept, C>
  /** Does it here at once, and on the server as soon as it can be sent. */
  say: (command: C) => void
  /** Tries again what was refused. */
  again: (id: string) => void
  /** Lets go of what waits: its person wants it no more. */
  drop: (id: string) => void
  refresh: () => Promise<void>
  flush: () => Promise<void>
  close: () => void
}

/** What somebody does is there at once, waits on the device until the server kept it, and is sent in the order in which it was done. */
export function createKeptAndWaiting<Kept, C>(
  edges: KeptAndWaitingEdges<Kept, C>,
): KeptAndWaitingStore<Kept, C> {
  const { queue, nothing, load, send, staysRefused, after } = edges
  const listeners = new Set<() => void>()
  let kept = nothing
  let answers = 0
  let isLoaded = false
  let failure: CallFailure | null = null
  let isSending = false
  let stopWaiting: (() => void) | null = null
  let seen: KeptAndWaiting<Kept, C> | null = null

  const changed = () => {
    seen = null
    for (const listener of [...listeners]) listener()
  }
  queue.subscribe(changed)

  /** Sends what waits, one after the other. What the server refuses for good stays, for its person to decide. */
  async function flush(): Promise<void> {
    if (isSending) return
    isSending = true
    stopWaiting?.()
    stopWaiting = null
    for (let next = firstToSend(); next !== undefined; next = firstToSend()) {
      try {
        kept = (await send(next.command))(kept)
        answers += 1
        queue.remove(next.id)
      } catch (thrown) {
        if (mayPass(thrown)) {
          stopWaiting = after(RETRY, () => void flush())
          break
        }
        if (staysRefused(next.command, failureOf(thrown))) queue.refuse(next.id, sentenceOf(thrown))
        else queue.remove(next.id)
      }
    }
    isSending = false
  }
  const firstToSend = (): Waiting<C> | undefined => queue.list().find(({ refusal }) => refusal === null)

  /** Fetches anew. What was answered to a command of our own meanwhile is newer: then once more. */
  async function refresh(): Promise<void> {
    const before = answers
    try {
      const loaded = await load()
      if (answers !== before) return refresh()
      kept = loaded
      isLoaded = true
      failure = null
    } catch (thrown) {
      failure = failureOf(thrown)
    }
    changed()
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    get() {
      seen ??= { kept, waiting: queue.list(), failure, isLoaded }
      return seen
    },
    say(command) {
      queue.add(command)
      void flush()
    },
    again(id) {
      queue.refuse(id, null)
      void flush()
    },
    drop: (id) => queue.remove(id),
    refresh,
    flush,
    close: () => stopWaiting?.(),
  }
}

/** No answer, a server in trouble, and a sign-in that is over may be better later; a refusal stays one. */
function mayPass(thrown: unknown): boolean {
  if (!(thrown instanceof CallFailed)) return true
  const { failure } = thrown
  if (failure.kind !== 'problem') return true
  return failure.problem.status >= 500 || failure.problem.status === 429 || failure.name === 'not-signed-in'
}

/** The server's own sentence. */
function sentenceOf(thrown: unknown): string {
  const failure = failureOf(thrown)
  return failure.kind === 'problem' ? failure.problem.detail : ''
}
