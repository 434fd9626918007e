import type { Comment, Thread } from '../../../../shared/protocol/endpoints-comments.ts'
import { MENTION } from '../../../../shared/protocol/mention.ts'
import {
  type CallFailure,
  type CommandQueue,
  type CommentCommand,
  createKeptAndWaiting,
  type Waiting,
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
  queue: CommandQueue<CommentCommand>
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

type Kept = ReadonlyMap<string, Thread>

/** The comments of an agreement on this side: what the server has, with what waits on this device laid over it. */
export function createCommentsStore({ queue, speaker, nameOf, load, send, after }: CommentsEdges) {
  const store = createKeptAndWaiting<Kept, CommentCommand>({
    ...{ queue, after, nothing: new Map(), staysRefused: holdsWords },
    load: async () => new Map((await load()).map((thread) => [thread.id, thread])),
    send: async (command) => {
      const thread = await send(command)
      return (kept) => withThread(kept, command.threadId, thread)
    },
  })
  const redrawn = new Set<() => void>()
  let seen: { of: unknown; state: CommentsState } | null = null

  return {
    ...store,

    subscribe: (listener: () => void) => {
      redrawn.add(listener)
      const stop = store.subscribe(listener)
      return () => {
        redrawn.delete(listener)
        stop()
      }
    },

    /** The same value until something changes. */
    get(): CommentsState {
      const of = store.get()
      if (seen?.of !== of) seen = { of, state: drawn(of) }
      return seen.state
    },

    /** Another name or part of the person at this page. */
    redraw: () => {
      seen = null
      for (const listener of [...redrawn]) listener()
    },
  }

  function drawn({ kept, waiting, failure, isLoaded }: ReturnType<typeof store.get>): CommentsState {
    const threads = withWaiting([...kept.values()], waiting, { ...speaker() }, nameOf)
    return { threads, failure, isLoaded, unsent: waiting.length }
  }
}

function withThread(kept: Kept, threadId: string, thread: Thread | null): Kept {
  const next = new Map(kept)
  if (thread === null) next.delete(threadId)
  else next.set(threadId, thread)
  return next
}

const holdsWords = ({ kind }: CommentCommand) => kind === 'start' || kind === 'reply' || kind === 'change'

/** What the server has, with what waits laid over it. */
export function withWaiting(
  threads: readonly Thread[],
  waiting: readonly Waiting<CommentCommand>[],
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
  { id, at, command, refusal }: Waiting<CommentCommand>,
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
