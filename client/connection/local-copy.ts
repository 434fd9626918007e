import { applyUpdate, type Doc, mergeUpdates } from 'yjs'
import { SCHEMA_VERSION } from '../../shared/protocol/live.ts'
import { type AsideReason, type CopyHeader, copyId } from './copies.ts'
import { type CopyChange, loadCopy, newRow, setAside, writeCopy } from './copy-store.ts'
import { maybePerson, setPerson } from './device-person.ts'
import { type DeviceStore, flushToDisk } from './device-store.ts'
import { createWaitingEdits, type WaitingEdit, type WaitingEdits } from './waiting-edits.ts'

/** What a page learns from the copy on its device before there is a connection. */
export type OpenedCopy = Pick<CopyHeader, 'personId' | 'epoch' | 'role' | 'canWrite' | 'hold' | 'whole'> & {
  waiting: number
}

/** What the server says of a connection, as far as the copy must fit it. */
export type Welcome = Pick<CopyHeader, 'personId' | 'epoch' | 'role' | 'canWrite' | 'hold'>

/** Origin of what comes out of the copy. */
export const FROM_COPY = Symbol('local copy')

/** So many rows of what the server has are put together when a copy opens, and while it is open: that costs a moment of the page. */
const MANY_KEPT = { atOpening: 200, whileOpen: 2000 }
/** How long (ms) what is no edit waits to be written, and the disk has rest before it is told to write all down: a phone that does so for each letter gets warm, and slow. */
const REST = 250
/** So many edits that wait are put together: hours of writing without a connection are some rows, not ten thousand. */
const MANY_WAITING = 300

type LocalCopyOptions = {
  device: DeviceStore
  agreementId: string
  doc: Doc
  /** Runs `apply`, which applies this update: of the deletions in it no more are meant than it names. */
  taking: (update: Uint8Array, apply: () => void) => void
  /** The device takes nothing (more): the page goes on without. */
  onLost: () => void
}

/**
 * The copy of one open document on this device. It is written at each edit and each update that comes in, in their order, and knows
 * which edits the server has not kept. One object for one page and one document; tabs share what is on the device.
 */
export type LocalCopy = ReturnType<typeof createLocalCopy>

export function createLocalCopy({ device, agreementId, doc, taking, onLost }: LocalCopyOptions) {
  let id: string | null = null
  let waiting: WaitingEdits = createWaitingEdits([])
  let keptRows = 0
  let stopped = false
  const lose = () => {
    stopped = true
    onLost()
  }
  // Apart from the writing: a letter that waited until the one before it is on disk would be lost with a page that closes meanwhile.
  const flushing = createRest(() => flushToDisk(device).catch(() => stopped || lose()))
  const queue = createQueue(async (changes) => {
    if (id === null) return
    await writeCopy(device, id, changes)
    if (changes.some(holdsEdits)) flushing.ask()
  }, lose)
  /** What came in before it was known whose copy this is. */
  const early: CopyChange[] = []
  const write = (...changes: CopyChange[]) => {
    if (stopped) return
    if (id === null) early.push(...changes)
    else queue.add(changes)
  }

  const addKept = (update: Uint8Array) => {
    write({ kind: 'update', row: newRow(), update, edits: 0 })
    keptRows += 1
    if (keptRows < MANY_KEPT.whileOpen) return
    keptRows = 0
    write({ kind: 'mergeKept' })
  }

  const addEdit = (update: Uint8Array, message: number | null) => {
    const row = newRow()
    waiting.add(row, message)
    write({ kind: 'update', row, update, edits: 1 })
    mergeMany()
  }

  const mergeMany = () => {
    const loose = waiting.list().filter(({ message }) => message === null)
    if (loose.length < MANY_WAITING) return
    const rows = loose.map(({ row }) => row)
    const merged: WaitingEdit = { row: newRow(), edits: sum(loose), message: null }
    waiting.replace(loose, merged)
    write({ kind: 'mergeWaiting', rows, into: merged.row })
  }

  const fill = (updates: readonly Uint8Array[]) => {
    if (updates.length === 0) return
    // Put together first: what cannot be read then fails before the document is touched.
    const whole = mergeUpdates([...updates])
    taking(whole, () => applyUpdate(doc, whole, FROM_COPY))
  }

  return {
    /**
     * Fills the document with the copy of whom this browser last was. Null when there is none; `tooNew` when a newer version made it:
     * then it is neither read nor written. Never rejects.
     */
    async open(): Promise<OpenedCopy | 'tooNew' | null> {
      try {
        const personId = await maybePerson(device)
        if (personId === null || stopped) return null
        const loaded = await loadFit(device, copyId(agreementId, personId))
        if (loaded === null || stopped) return null
        if (loaded.header.schema > SCHEMA_VERSION) {
          stopped = true
          return 'tooNew'
        }
        fill(loaded.updates)
        id = loaded.header.id
        waiting = createWaitingEdits(loaded.waiting)
        if (loaded.keptRows >= MANY_KEPT.atOpening) write({ kind: 'mergeKept' })
        const { epoch, role, canWrite, hold = null, whole } = loaded.header
        return { personId, epoch, role, canWrite, hold, whole, waiting: sum(loaded.waiting) }
      } catch {
        lose()
        return null
      }
    },

    /**
     * The server named this page's person and log, and both fit what is open. Writing begins here when there was no copy yet. Resolves
     * to false when the person turns out to have a copy here that is not open: then the page has to open anew. Never rejects.
     */
    async begin(welcome: Welcome): Promise<boolean> {
      if (stopped) return true
      const isOpen = id !== null
      const own = copyId(agreementId, welcome.personId)
      try {
        const before = isOpen ? null : await loadCopy(device, own)
        await setPerson(device, welcome.personId)
        if (before?.header.whole) return false
        id = own
        const fresh = isOpen ? {} : { whole: false, refused: null }
        write({ kind: 'header', header: { ...welcome, agreementId, schema: SCHEMA_VERSION, ...fresh } })
        // The header first: a copy without a name would be taken for somebody else's.
        write(...early.splice(0))
      } catch {
        lose()
      }
      return true
    },

    /** The document is here in full. */
    whole: () => {
      write({ kind: 'header', header: { whole: true } })
    },
    /** The role changed, or whether writes are taken. */
    role: (now: Pick<CopyHeader, 'role' | 'canWrite' | 'hold'>) => write({ kind: 'header', header: now }),
    /** Something of others came in. */
    received: addKept,
    /** An edit of this page, carried by a message of the open connection or by none. */
    edited: addEdit,
    carried: (message: number) => waiting.carried(message),
    lineLost: () => waiting.lost(),
    refused: (message: number) => waiting.refused(message),
    kept: (upTo: number) => {
      const done = waiting.kept(upTo)
      if (done.length === 0) return
      keptRows += done.length
      write({ kind: 'kept', rows: done.map(({ row }) => row) })
    },
    /** The server will never take what waits: it becomes words when the copy opens next. */
    refusedForGood: (reason: CopyHeader['refused']) => write({ kind: 'header', header: { refused: reason } }),
    /** Takes what was never sent out of the copy, keeps its words for this person, and writes nothing more. */
    async setAside(reason: AsideReason): Promise<void> {
      const own = id
      if (own === null || stopped) return
      await queue.idle()
      stopped = true
      const forPerson = own.slice(agreementId.length + 1)
      await setAside(device, own, { reason, keep: 'nothing', forPerson })
    },
    /** Resolves when what was handed over so far is on the device, or could not be. */
    idle: () => queue.idle(),
    /** The page may be gone in a moment: what waits to be written leaves it now. */
    hurry: () => queue.hurry(),
    /** Every edit that was handed over is on the device. */
    isWritten: () => id !== null && !stopped && queue.isIdle(),
    /** There is a copy and it is written. */
    isAlive: () => id !== null && !stopped,
    /** From here on nothing is written: a newer version must not find what this one made of its text. */
    stop: () => {
      stopped = true
    },
    /** Writes what was handed over, and nothing after it. */
    async finish(): Promise<void> {
      await queue.idle()
      stopped = true
    },
  }
}

/** The copy, after what the server refused for good was taken out of it. */
async function loadFit(device: DeviceStore, id: string) {
  const loaded = await loadCopy(device, id)
  if (loaded === null || loaded.header.refused === null) return loaded
  await setAside(device, id, { reason: 'refused', keep: 'kept', forPerson: loaded.header.personId })
  return await loadCopy(device, id)
}

const holdsEdits = (change: CopyChange) => change.kind === 'update' && change.edits > 0

/** What the server has too: nobody misses it when a page ends before it is written. */
const mayRest = (change: CopyChange) =>
  change.kind === 'kept' || (change.kind === 'update' && change.edits === 0)

const sum = (waiting: readonly { edits: number }[]) => waiting.reduce((total, { edits }) => total + edits, 0)

/**
 * Writes in order. An edit goes at once, with all before it: what the page has not handed over when it closes is lost. What the server has
 * too goes with the next edit, or after a rest: a letter is one write then, and not two. Anything else goes when nothing is being written.
 */
function createQueue(writeAll: (changes: CopyChange[]) => Promise<void>, onFailed: () => void) {
  let next: CopyChange[] = []
  const running = new Set<Promise<void>>()
  const writeNext = () => {
    if (next.length === 0) return
    const run = writeAll(next.splice(0)).catch(() => {
      next = []
      onFailed()
    })
    running.add(run)
    void run.then(() => {
      running.delete(run)
      writeWhatPresses()
    })
  }
  const writeWhatPresses = () => {
    if (running.size === 0 && !next.every(mayRest)) writeNext()
  }
  const idle = async () => {
    writeNext()
    while (running.size > 0) await Promise.all(running)
    if (next.length > 0) await idle()
  }
  const resting = createRest(async () => writeNext())
  return {
    add: (changes: readonly CopyChange[]) => {
      next.push(...changes)
      if (changes.some(holdsEdits)) writeNext()
      else writeWhatPresses()
      if (next.length > 0) resting.ask()
    },
    isIdle: () => running.size === 0,
    hurry: writeNext,
    idle,
  }
}

/** Does some work a rest after it is first asked for, one at a time; for what is asked meanwhile it is done once more. */
function createRest(work: () => Promise<unknown>) {
  let isAsked = false
  let isBusy = false
  const run = async () => {
    isAsked = false
    await work()
    isBusy = false
    if (isAsked) ask()
  }
  const ask = () => {
    isAsked = true
    if (!isBusy) setTimeout(() => void run(), REST)
    isBusy = true
  }
  return { ask }
}
