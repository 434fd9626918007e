import type { NoteAudience, NoteMark, StepNote } from '../../../shared/protocol/endpoints-steps.ts'
import { CallFailed } from '../../connection/index.ts'

/** Where a note stands: with which item, about which party, for whom. */
export type NotePlace = { itemId: string; aboutPartyId: string | null; audience: NoteAudience }

/** What somebody typed and the server has not kept yet. `refused` is for good: trying again does not help. */
export type Draft = {
  text: string
  basedOn: number | null
  state: 'waiting' | 'sending' | 'failed' | 'refused'
}

export type NoteChange = NotePlace & { mark?: NoteMark; text?: string; basedOn?: number | null }

/** One note as the screen shows it; the same object until something of it changes. */
export type SeenNote = {
  note: StepNote | null
  draft: Draft | null
  /** The mark that is on its way, or that could not be kept. */
  mark: NoteMark
  markFailed: boolean
}

export type NotesEdges = {
  load: () => Promise<StepNote[]>
  send: (change: NoteChange) => Promise<StepNote>
  /** Calls back after so many milliseconds; returns its stop. */
  after: (time: number, then: () => void) => () => void
}

export type NotesStore = ReturnType<typeof createNotesStore>

/** Wait after the last key before a text is sent, and before a failed one is sent again, in milliseconds. */
export const CALM = 900
export const RETRY = 5000

const keyOf = ({ itemId, aboutPartyId, audience }: NotePlace) =>
  JSON.stringify([itemId, aboutPartyId, audience])

/**
 * The notes with the seven steps on this side: what the server has, and above it what somebody is typing. Drafts outlive the
 * inputs they are typed in; nothing typed goes away before the server kept it.
 */
export function createNotesStore(first: readonly StepNote[], { load, send, after }: NotesEdges) {
  const notes = new Map(first.map((note) => [keyOf(note), note]))
  const drafts = new Map<string, Draft>()
  const marks = new Map<string, { mark: NoteMark; failed: boolean }>()
  const timers = new Map<string, () => void>()
  const seen = new Map<string, SeenNote>()
  const listeners = new Set<() => void>()
  let list: readonly StepNote[] = first
  let answers = 0

  const changed = (key?: string) => {
    if (key === undefined) seen.clear()
    else seen.delete(key)
    for (const listener of [...listeners]) listener()
  }
  const keep = (note: StepNote) => {
    notes.set(keyOf(note), note)
    list = [...notes.values()]
    answers += 1
  }
  const sendLater = (place: NotePlace, time: number) => {
    const key = keyOf(place)
    timers.get(key)?.()
    timers.set(
      key,
      after(time, () => void sendText(place)),
    )
  }

  async function sendText(place: NotePlace): Promise<void> {
    const key = keyOf(place)
    const draft = drafts.get(key)
    timers.get(key)?.()
    timers.delete(key)
    if (!draft || draft.state === 'sending') return
    drafts.set(key, { ...draft, state: 'sending' })
    changed(key)
    try {
      const note = await send({ ...place, text: draft.text, basedOn: draft.basedOn })
      keep(note)
      const now = drafts.get(key)
      if (now === undefined || now.text === draft.text) drafts.delete(key)
      else {
        drafts.set(key, { text: now.text, basedOn: note.version, state: 'waiting' })
        sendLater(place, CALM)
      }
    } catch (thrown) {
      const now = drafts.get(key) ?? draft
      const state = mayPass(thrown) ? 'failed' : 'refused'
      drafts.set(key, { ...now, state })
      if (state === 'failed') sendLater(place, RETRY)
    }
    changed(key)
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },

    /** Every note that is kept. The same list until something changes. */
    all: (): readonly StepNote[] => list,

    at(place: NotePlace): SeenNote {
      const key = keyOf(place)
      const before = seen.get(key)
      if (before) return before
      const note = notes.get(key) ?? null
      const mark = marks.get(key)
      const now = {
        note,
        draft: drafts.get(key) ?? null,
        mark: mark?.mark ?? note?.mark ?? 'none',
        markFailed: mark?.failed ?? false,
      }
      seen.set(key, now)
      return now
    },

    /** Somebody types. Sent when the typing pauses. */
    type(place: NotePlace, text: string): void {
      const key = keyOf(place)
      const draft = drafts.get(key)
      const basedOn = draft ? draft.basedOn : (notes.get(key)?.version ?? null)
      drafts.set(key, { text, basedOn, state: draft?.state === 'sending' ? 'sending' : 'waiting' })
      changed(key)
      if (draft?.state !== 'sending') sendLater(place, CALM)
    },

    /** Sends what was typed now. */
    flush: (place: NotePlace): void => void sendText(place),

    /** Sends everything that waits: somebody goes to another screen. */
    flushAll(): void {
      for (const key of drafts.keys()) {
        const [itemId, aboutPartyId, audience] = JSON.parse(key) as [string, string | null, NoteAudience]
        void sendText({ itemId, aboutPartyId, audience })
      }
    },

    async mark(place: NotePlace, mark: NoteMark): Promise<void> {
      const key = keyOf(place)
      const wanted = { mark, failed: false }
      marks.set(key, wanted)
      changed(key)
      try {
        keep(await send({ ...place, mark }))
        if (marks.get(key) === wanted) marks.delete(key)
      } catch {
        // The box goes back to what the server has; the sentence beside it says so.
        if (marks.get(key) === wanted) marks.set(key, { mark: notes.get(key)?.mark ?? 'none', failed: true })
      }
      changed(key)
    },

    /** Fetches again. What was answered to a change of our own meanwhile is newer: then once more. */
    async refresh(): Promise<void> {
      const before = answers
      const loaded = await load()
      if (answers !== before) return this.refresh()
      for (const note of loaded) notes.set(keyOf(note), note)
      list = loaded
      changed()
    },

    /** True while something typed is only here. */
    hasUnkept: (): boolean => drafts.size > 0,
  }
}

/** No answer, or a server in trouble, may be better in a moment; a refusal stays one. */
function mayPass(thrown: unknown): boolean {
  if (!(thrown instanceof CallFailed)) return true
  const { failure } = thrown
  return failure.kind !== 'problem' || failure.problem.status >= 500 || failure.problem.status === 429
}
