import type { Comment, Thread } from '../../../../shared/protocol/endpoints-comments.ts'
import { MENTION } from '../../../../shared/protocol/mention.ts'
import {
  CallFailed,
  type CallFailure,
  type CommentCommand,
  type CommentQueue,
  failureOf,
  type WaitingCommand,
} from '../../../connection/index.ts'

/** Who is at this page, as the comments name people. */
export type Speaker = { personId: string; name: string; partyId: string | null }

/** A comment as the screen shows it. */
export type SeenComment = Comment & {
  /** What of it the server does not have yet; null: it is all there. */
  waiting: { id: string; refusal: string | null } | null
}
/** A thread as the screen shows it: what the server has, with what waits on this device laid over it. */
export type SeenThread = Omit<Thread, 'comments'> & { comments: SeenComment[] }

export type CommentsState = {
  threads: readonly SeenThread[]
  /** Null before anything was fetched and when nothing went wrong. */
  failure: CallFailure | null
  isLoaded: boolean
  /** How many commands wait to be sent. */
  unsent: number
}

export type CommentsEdges = {
  queue: CommentQueue
  /** Who says what waits here. */
  speaker: () => Speaker
  /** The people in the agreement, by whom mentions that wait are called. */
  nameOf: (personId: string) => string | null
  load: () => Promise<Thread[]>
  /** Null when nothing is left of the thread. */
  send: (command: CommentCommand) => Promise<Thread | null>
  /** Calls back after so many milliseconds; returns its stop. */
  after: (time: number, then: () => void) => () => void
}

export type CommentsStore = ReturnType<typeof createCommentsStore>

/** Wait before what could not be sent is tried again, in milliseconds. */
export const RETRY = 5000

/**
 * The comments of an agreement on this side. What somebody says is there at once, waits on the device until the server kept it, and is sent in the order
 * in which it was said.
 */
export function createCommentsStore({ queue, speaker, nameOf, load, send, after }: CommentsEdges) {
  const listeners = new Set<() => void>()
  let kept = new Map<string, Thread>()
  let answers = 0
  let isLoaded = false
  let failure: CallFailure | null = null
  let isSending = false
  let stopWaiting: (() => void) | null = null
  let seen: CommentsState | null = null

  const changed = () => {
    seen = null
    for (const listener of [...listeners]) listener()
  }
  queue.subscribe(changed)

  function keep(threadId: string, thread: Thread | null): void {
    if (thread === null) kept.delete(threadId)
    else kept.set(threadId, thread)
    answers += 1
  }

  /** Sends what waits, one after the other. What the server refuses for good stays, for its person to decide. */
  async function flush(): Promise<void> {
    if (isSending) return
    isSending = true
    stopWaiting?.()
    stopWaiting = null
    for (let next = firstToSend(); next !== undefined; next = firstToSend()) {
      try {
        keep(next.command.threadId, await send(next.command))
        queue.remove(next.id)
      } catch (thrown) {
        if (mayPass(thrown)) {
          stopWaiting = after(RETRY, () => void flush())
          break
        }
        if (holdsWords(next.command)) queue.refuse(next.id, sentenceOf(thrown))
        else queue.remove(next.id)
      }
    }
    isSending = false
  }
  const firstToSend = (): WaitingCommand | undefined => queue.list().find(({ refusal }) => refusal === null)

  /** Fetches anew. What was answered to a command of our own meanwhile is newer: then once more. */
  async function refresh(): Promise<void> {
    const before = answers
    try {
      const threads = await load()
      if (answers !== before) return refresh()
      kept = new Map(threads.map((thread) => [thread.id, thread]))
      isLoaded = true
      failure = null
    } catch (thrown) {
      failure = failureOf(thrown)
    }
    changed()
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },

    /** The same value until something changes. */
    get(): CommentsState {
      seen ??= {
        threads: withWaiting([...kept.values()], queue.list(), { ...speaker() }, nameOf),
        failure,
        isLoaded,
        unsent: queue.list().length,
      }
      return seen
    },

    /** Does it here at once, and on the server as soon as it can be sent. */
    say(command: CommentCommand): void {
      queue.add(command)
      void flush()
    },

    /** Tries again what was refused. */
    again(id: string): void {
      queue.refuse(id, null)
      void flush()
    },

    /** Lets go of what waits: its person wants it no more. */
    drop: (id: string): void => queue.remove(id),

    /** Another name or part of the person at this page. */
    redraw: changed,
    refresh,
    flush,
    close(): void {
      stopWaiting?.()
    },
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

const holdsWords = ({ kind }: CommentCommand) => kind === 'start' || kind === 'reply' || kind === 'change'

/** What the server has, with what waits laid over it. */
export function withWaiting(
  threads: readonly Thread[],
  waiting: readonly WaitingCommand[],
  speaker: Speaker,
  nameOf: (personId: string) => string | null,
): SeenThread[] {
  const seen = new Map<string, SeenThread>()
  for (const thread of threads) {
    const comments = thread.comments.map((comment) => ({ ...comment, waiting: null }))
    seen.set(thread.id, { ...thread, comments })
  }
  for (const each of waiting) layOver(seen, each, speaker, nameOf)
  return [...seen.values()].filter(({ comments }) => comments.some(({ isRemoved }) => !isRemoved))
}

function layOver(
  seen: Map<string, SeenThread>,
  { id, at, command, refusal }: WaitingCommand,
  speaker: Speaker,
  nameOf: (personId: string) => string | null,
): void {
  const waiting = { id, refusal }
  const thread = seen.get(command.threadId) ?? (command.kind === 'start' ? begun(command) : null)
  if (thread === null) return
  const said = (commentId: string, text: string): SeenComment => ({
    ...{ id: commentId, author: speaker, text, mentions: mentionsIn(text, nameOf), at },
    ...{ changedAt: null, isRemoved: false, waiting },
  })
  const change = (changes: (comment: SeenComment) => SeenComment, commentId: string) =>
    thread.comments.map((comment) => (comment.id === commentId ? changes(comment) : comment))
  const isThere = 'commentId' in command && thread.comments.some((each) => each.id === command.commentId)
  seen.set(thread.id, { ...thread, ...laid() })

  function laid(): Partial<SeenThread> {
    switch (command.kind) {
      case 'start':
        return isThere
          ? {}
          : { comments: [said(command.commentId, command.text), ...(thread?.comments ?? [])] }
      case 'reply':
        if (isThere) return {}
        return {
          state: 'open',
          comments: [...(thread?.comments ?? []), said(command.commentId, command.text)],
        }
      case 'settle':
        return { state: command.state }
      case 'remove':
        return {
          comments: change((comment) => ({ ...comment, text: '', isRemoved: true }), command.commentId),
        }
      case 'change': {
        const { text } = command
        const others = mentionsIn(text, nameOf)
        return {
          comments: change(
            (was) => ({ ...was, text, mentions: [...was.mentions, ...others], waiting }),
            command.commentId,
          ),
        }
      }
    }
  }
}

function begun({ threadId, circle, anchor }: Extract<CommentCommand, { kind: 'start' }>): SeenThread {
  return { id: threadId, circle, anchor, state: 'open', stateBy: null, stateAt: null, comments: [] }
}

function mentionsIn(text: string, nameOf: (personId: string) => string | null): Comment['mentions'] {
  return [...text.matchAll(MENTION)].flatMap(([, personId = '']) => {
    const name = nameOf(personId)
    return name === null ? [] : [{ personId, name }]
  })
}
