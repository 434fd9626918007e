import { z } from 'zod'
import { CIRCLES, commentAnchor, THREAD_STATES } from '../../shared/protocol/endpoints-comments.ts'
import { isSharedComputer } from '../offered/index.ts'

const ids = { threadId: z.string(), commentId: z.string() }

/** What somebody does with comments, as it is sent to the server. Each can be sent twice and is done once. */
export const commentCommand = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    ...ids,
    circle: z.enum(CIRCLES),
    partyId: z.string().nullable(),
    anchor: commentAnchor,
    text: z.string(),
  }),
  z.object({ kind: z.literal('reply'), ...ids, text: z.string() }),
  z.object({ kind: z.literal('change'), ...ids, text: z.string() }),
  z.object({ kind: z.literal('remove'), ...ids }),
  z.object({ kind: z.literal('settle'), threadId: z.string(), state: z.enum(THREAD_STATES) }),
])
export type CommentCommand = z.output<typeof commentCommand>

/** A command that the server has not kept yet. `refusal` is the server's sentence when it will not: then it waits for its person. */
export const waitingCommand = z.object({
  id: z.string(),
  at: z.string(),
  command: commentCommand,
  refusal: z.string().nullable(),
})
export type WaitingCommand = z.output<typeof waitingCommand>

/** What one person said about one agreement on this device and the server does not have, the oldest first. */
export type CommentQueue = {
  /** The same list until something changes. */
  list: () => readonly WaitingCommand[]
  add: (command: CommentCommand) => void
  /** It is kept, or its person wants it no more. */
  remove: (id: string) => void
  /** The server will not take it; null: it is to be tried again. */
  refuse: (id: string, sentence: string | null) => void
  /** Whether all of it stands on this device, so that the page may be closed. */
  isOnDevice: () => boolean
  subscribe: (listener: () => void) => () => void
}

type Device = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
type QueueEdges = {
  device: Device
  key: string
  newId: () => string
  now: () => Date
  /** Calls back when another tab changed what is kept under a key; null: all of it. */
  onOtherTab?: (listener: (key: string | null) => void) => void
}

const kept = z.array(waitingCommand)

/** A queue that survives a reload and the closing of the browser. What the device refuses lasts as long as the page. */
export function createCommentQueue({ device, key, newId, now, onOtherTab }: QueueEdges): CommentQueue {
  const listeners = new Set<() => void>()
  let list = read(device, key) ?? []
  let isKept = true
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const change = (next: (from: readonly WaitingCommand[]) => WaitingCommand[]) => {
    // Another tab may have written since.
    list = next((isKept && read(device, key)) || list)
    isKept = write(device, key, list)
    tell()
  }
  onOtherTab?.((changed) => {
    if (changed !== null && changed !== key) return
    list = read(device, key) ?? []
    tell()
  })
  return {
    list: () => list,
    add: (command) =>
      change((from) => [...from, { id: newId(), at: now().toISOString(), command, refusal: null }]),
    remove: (id) => change((from) => from.filter((each) => each.id !== id)),
    refuse: (id, refusal) =>
      change((from) => from.map((each) => (each.id === id ? { ...each, refusal } : each))),
    isOnDevice: () => isKept || list.length === 0,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** What is kept; null when there is nothing, or nothing that this edition can read. */
function read(device: Device, key: string): WaitingCommand[] | null {
  try {
    const text = device.getItem(key)
    return text === null ? null : (kept.safeParse(JSON.parse(text)).data ?? null)
  } catch {
    return null
  }
}

/** False when the device kept nothing of it. An empty queue leaves nothing behind. */
function write(device: Device, key: string, list: readonly WaitingCommand[]): boolean {
  try {
    if (list.length === 0) device.removeItem(key)
    else device.setItem(key, JSON.stringify(list))
    return true
  } catch {
    return false
  }
}

const PREFIX = 'handslag.comments.'
const open = new Map<string, CommentQueue>()

/** The queue of a person in an agreement, on this device: one for the page, and for its other tabs. */
export function commentQueue(agreementId: string, personId: string): CommentQueue {
  const key = `${PREFIX}${agreementId}.${personId}`
  const known = open.get(key)
  if (known) return known
  const made = createCommentQueue({
    device: onDevice,
    key,
    newId: () => crypto.randomUUID(),
    now: () => new Date(),
    onOtherTab: (listener) => window.addEventListener('storage', (event) => listener(event.key)),
  })
  open.set(key, made)
  return made
}

/** How many comments of anybody stand on this device alone: they go when somebody leaves it. */
export function unsentComments(): number {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
    return keys.reduce((sum, key) => sum + (read(localStorage, key)?.length ?? 0), 0)
  } catch {
    return 0
  }
}

/** Reading the property itself throws where a browser keeps nothing. On a computer that others use too, words stay with the page. */
const onDevice: Device = {
  getItem: (key) => (isSharedComputer() ? null : localStorage.getItem(key)),
  setItem: (key, value) => {
    if (isSharedComputer()) throw new RangeError('nothing is kept on a computer that others use too')
    localStorage.setItem(key, value)
  },
  removeItem: (key) => localStorage.removeItem(key),
}
