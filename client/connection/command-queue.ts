import { uuidv4 } from 'lib0/random'
import { z } from 'zod'
import { isSharedComputer } from '../offered/index.ts'

/** A command that the server has not kept yet. `refusal` is the server's sentence when it will not: then it waits for its person. */
export type Waiting<C> = { id: string; at: string; command: C; refusal: string | null }

/** What one person did in one agreement on this device and the server does not have, the oldest first. */
export type CommandQueue<C> = {
  /** The same list until something changes. */
  list: () => readonly Waiting<C>[]
  add: (command: C) => void
  /** It is kept, or its person wants it no more. */
  remove: (id: string) => void
  /** The server will not take it; null: it is to be tried again. */
  refuse: (id: string, sentence: string | null) => void
  /** Whether all of it stands on this device, so that the page may be closed. */
  isOnDevice: () => boolean
  subscribe: (listener: () => void) => () => void
}

type Device = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
type QueueEdges<C> = {
  /** What one command looks like: what another edition of ours left there is not believed. */
  command: z.ZodType<C>
  device: Device
  key: string
  newId: () => string
  now: () => Date
  /** Calls back when another tab changed what is kept under a key; null: all of it. */
  onOtherTab?: (listener: (key: string | null) => void) => void
}

/** A queue that survives a reload and the closing of the browser. What the device refuses lasts as long as the page. */
export function createCommandQueue<C>(edges: QueueEdges<C>): CommandQueue<C> {
  const { command, device, key, newId, now, onOtherTab } = edges
  const listeners = new Set<() => void>()
  let list = read(device, key, command) ?? []
  let isKept = true
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const change = (next: (from: readonly Waiting<C>[]) => Waiting<C>[]) => {
    // Another tab may have written since.
    list = next((isKept && read(device, key, command)) || list)
    isKept = write(device, key, list)
    tell()
  }
  onOtherTab?.((changed) => {
    if (changed !== null && changed !== key) return
    list = read(device, key, command) ?? []
    tell()
  })
  return {
    list: () => list,
    add: (added) =>
      change((from) => [...from, { id: newId(), at: now().toISOString(), command: added, refusal: null }]),
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
function read<C>(device: Device, key: string, command: z.ZodType<C>): Waiting<C>[] | null {
  const waiting = z.object({ id: z.string(), at: z.string(), command, refusal: z.string().nullable() })
  try {
    const text = device.getItem(key)
    return text === null ? null : (z.array(waiting).safeParse(JSON.parse(text)).data ?? null)
  } catch {
    return null
  }
}

/** False when the device kept nothing of it. An empty queue leaves nothing behind. */
function write<C>(device: Device, key: string, list: readonly Waiting<C>[]): boolean {
  try {
    if (list.length === 0) device.removeItem(key)
    else device.setItem(key, JSON.stringify(list))
    return true
  } catch {
    return false
  }
}

/** The queues of one kind of command on this device, which stand under `prefix`. */
export type QueuesOnDevice<C> = {
  /** The queue of a person in an agreement: one for the page, and for its other tabs. */
  of: (agreementId: string, personId: string) => CommandQueue<C>
  /** How many commands of anybody stand on this device alone: they go when somebody leaves it. */
  unsent: () => number
}

export function queuesOnDevice<C>(prefix: string, command: z.ZodType<C>): QueuesOnDevice<C> {
  const open = new Map<string, CommandQueue<C>>()
  return {
    of: (agreementId, personId) => {
      const key = `${prefix}${agreementId}.${personId}`
      const known = open.get(key)
      if (known) return known
      const made = createCommandQueue({
        ...{ command, key, device: onDevice },
        newId: uuidv4,
        now: () => new Date(),
        onOtherTab: (listener) => window.addEventListener('storage', (event) => listener(event.key)),
      })
      open.set(key, made)
      return made
    },
    unsent: () => {
      try {
        const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
        return keys.reduce((sum, key) => sum + (read(localStorage, key, command)?.length ?? 0), 0)
      } catch {
        return 0
      }
    },
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
