import { describe, expect, test } from 'vitest'
import {
  CallFailed,
  type CommentCommand,
  commentCommand,
  createCommandQueue,
} from '../../../../../client/connection/index.ts'
import { createCommentsStore } from '../../../../../client/screens/agreement/comments/comments-store.ts'
import type { Thread } from '../../../../../shared/protocol/endpoints-comments.ts'
import { mentionOf } from '../../../../../shared/protocol/mention.ts'
import { PROBLEMS, type ProblemName } from '../../../../../shared/protocol/problem.ts'

const you = { personId: 'me', name: 'Ik', partyId: 'p1' }
const anchor = { kind: 'article', articleId: 'a1', quote: 'Doel' } as const
const start = (threadId: string, text = 'Klopt dit?'): CommentCommand => ({
  ...{ kind: 'start', threadId, commentId: `${threadId}-1`, circle: 'everyone', partyId: 'p1' },
  ...{ anchor, text },
})
const thread = (id: string, text = 'Klopt dit?'): Thread => ({
  ...{ id, circle: 'everyone', anchor, state: 'open', stateBy: null, stateAt: null },
  comments: [
    {
      ...{ id: `${id}-1`, author: you, text, mentions: [], at: '2026-11-26T10:00:00Z' },
      ...{ changedAt: null, isRemoved: false },
    },
  ],
})

const failed = (name: ProblemName) =>
  new CallFailed({
    kind: 'problem',
    name,
    problem: { type: `/problems/${name}`, title: '', status: PROBLEMS[name], detail: `Zin van ${name}` },
  })
const unreachable = () => new CallFailed({ kind: 'unreachable' })

/** A device of one person, with what stands on it; a server that answers as the test says. */
function open(device = new Map<string, string>()) {
  const sent: CommentCommand[] = []
  const timers: (() => void)[] = []
  let answer: (command: CommentCommand) => Thread | null = ({ threadId }) => thread(threadId)
  let onServer: Thread[] = []
  let count = 0
  const queue = createCommandQueue<CommentCommand>({
    command: commentCommand,
    device: {
      getItem: (key) => device.get(key) ?? null,
      setItem: (key, value) => void device.set(key, value),
      removeItem: (key) => void device.delete(key),
    },
    key: 'q',
    newId: () => `w${count++}`,
    now: () => new Date('2026-11-26T12:00:00Z'),
  })
  const store = createCommentsStore({
    queue,
    speaker: () => you,
    nameOf: (personId) => (personId === 'fatima' ? 'Fatima' : null),
    load: async () => onServer,
    send: async (command) => {
      sent.push(command)
      return answer(command)
    },
    after: (_time, then) => {
      timers.push(then)
      return () => {}
    },
  })
  return {
    store,
    queue,
    sent,
    device,
    later: () => timers.shift()?.(),
    answers: (next: typeof answer) => {
      answer = next
    },
    has: (threads: Thread[]) => {
      onServer = threads
    },
    texts: () =>
      store
        .get()
        .threads.map(({ comments }) =>
          comments.map(({ text, waiting }) => `${text}${waiting === null ? '' : (waiting.refusal ?? ' …')}`),
        ),
  }
}

describe('what somebody says', () => {
  test('is there at once, and kept when the server has it', async () => {
    const { store, queue, texts } = open()
    store.say(start('t1', `Dag ${mentionOf('fatima')}`))
    expect(texts()).toEqual([[`Dag ${mentionOf('fatima')} …`]])
    expect(store.get().threads[0]?.comments[0]?.mentions).toEqual([{ personId: 'fatima', name: 'Fatima' }])
    await expect.poll(() => queue.list()).toEqual([])
    expect(texts()).toEqual([['Klopt dit?']])
  })

  test('without a connection waits in its order, also for another page of this device, and goes once when there is one', async () => {
    const first = open()
    first.answers(() => {
      throw unreachable()
    })
    first.store.say(start('t1'))
    first.store.say({ kind: 'reply', threadId: 't1', commentId: 'r1', text: 'Ja.' })
    first.store.say({ kind: 'settle', threadId: 't1', state: 'resolved' })
    await expect.poll(() => first.sent.length).toBe(1)
    expect(first.texts()).toEqual([['Klopt dit? …', 'Ja. …']])

    const next = open(first.device)
    expect(next.texts()).toEqual([['Klopt dit? …', 'Ja. …']])
    expect(next.store.get().threads[0]?.state).toBe('resolved')
    await next.store.flush()
    expect(next.sent.map(({ kind }) => kind)).toEqual(['start', 'reply', 'settle'])
    expect([...next.device.keys()]).toEqual([])
  })

  test('is tried again by itself after a while', async () => {
    const { store, queue, sent, later, answers } = open()
    answers(() => {
      throw failed('cannot-keep')
    })
    store.say(start('t1'))
    await expect.poll(() => sent.length).toBe(1)
    answers(({ threadId }) => thread(threadId))
    later()
    await expect.poll(() => queue.list()).toEqual([])
  })

  test.each(['not-signed-in', 'too-many-requests'] as const)(
    'waits when the server says %s',
    async (name) => {
      const { store, sent, texts, answers } = open()
      answers(() => {
        throw failed(name)
      })
      store.say(start('t1'))
      await expect.poll(() => sent.length).toBe(1)
      expect(texts()).toEqual([['Klopt dit? …']])
    },
  )

  test('and is refused keeps its words with the reason, and does not hold up the next; its person tries again or lets go', async () => {
    const { store, queue, texts, answers } = open()
    answers(({ threadId }) => {
      if (threadId === 't1') throw failed('too-many-comments')
      return thread(threadId, 'Twee')
    })
    store.say(start('t1', 'Een'))
    store.say(start('t2', 'Twee'))
    await expect.poll(texts).toEqual([['Twee'], ['EenZin van too-many-comments']])
    answers(({ threadId }) => thread(threadId, 'Een'))
    store.again(queue.list()[0]?.id ?? '')
    await expect.poll(texts).toEqual([['Twee'], ['Een']])
  })

  test('and holds no words goes without a trace when it is refused', async () => {
    const { store, queue, has, answers } = open()
    has([thread('t1')])
    await store.refresh()
    answers(() => {
      throw failed('unknown-thread')
    })
    store.say({ kind: 'settle', threadId: 't1', state: 'resolved' })
    expect(store.get().threads[0]?.state).toBe('resolved')
    await expect.poll(() => queue.list()).toEqual([])
    expect(store.get().threads[0]?.state).toBe('open')
  })

  test('when the server had it and the answer was lost stands there once', async () => {
    const { store, has, answers, texts } = open()
    answers(() => {
      throw unreachable()
    })
    store.say(start('t1'))
    has([thread('t1')])
    await store.refresh()
    expect(texts()).toEqual([['Klopt dit?']])
  })
})

test('a list that was asked for before an answer to a command does not undo that answer', async () => {
  const { store, has, texts } = open()
  has([])
  const refreshed = store.refresh()
  store.say(start('t1'))
  has([thread('t1')])
  await refreshed
  expect(texts()).toEqual([['Klopt dit?']])
})
