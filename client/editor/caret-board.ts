import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'

/**
 * Where somebody's caret is: `in` names the text, because all texts of one paper share one awareness and a position of one
 * text means nothing in another.
 */
const caret = z.object({ in: z.string(), anchor: z.unknown(), head: z.unknown() })
export type Caret = z.infer<typeof caret>

/** A caret of another, with all that their page says. */
export type CaretHere = { clientId: number; at: Caret; state: Record<string, unknown> }

type Change = { added: number[]; updated: number[]; removed: number[] }
type Here = { carets: CaretHere[]; summary: string }

/** Asks for a call at the next frame of the screen; gives what takes that back. */
export type NextFrame = (look: () => void) => () => void

const nextFrame: NextFrame = (look) => {
  const frame = requestAnimationFrame(look)
  return () => cancelAnimationFrame(frame)
}

/**
 * The carets of others by text. One for all texts of a paper: each looking through everybody's state by itself would cost the page that look as often as
 * there are articles, at every letter.
 */
export class CaretBoard {
  readonly #awareness: Awareness
  readonly #listeners = new Map<string, () => void>()
  readonly #nextFrame: NextFrame
  #byPlace = new Map<string, Here>()
  #stopLooking: (() => void) | null = null

  constructor(awareness: Awareness, next: NextFrame = nextFrame) {
    this.#awareness = awareness
    this.#nextFrame = next
  }

  /** The carets of others in this text, as of the last frame in which one moved. */
  in(place: string): readonly CaretHere[] {
    return this.#byPlace.get(place)?.carets ?? []
  }

  /** Is told, at most once a frame, when somebody's caret came into, moved in or left this text. Gives what ends that. */
  follow(place: string, listener: () => void): () => void {
    if (this.#listeners.size === 0) this.#start()
    this.#listeners.set(place, listener)
    return () => {
      if (this.#listeners.get(place) === listener) this.#listeners.delete(place)
      if (this.#listeners.size === 0) this.#stop()
    }
  }

  #start(): void {
    this.#byPlace = readCarets(this.#awareness)
    this.#awareness.on('change', this.#onChange)
  }

  #stop(): void {
    this.#awareness.off('change', this.#onChange)
    this.#stopLooking?.()
    this.#stopLooking = null
  }

  readonly #onChange = ({ added, updated, removed }: Change): void => {
    const own = this.#awareness.clientID
    if ([added, updated, removed].every((ids) => ids.every((id) => id === own))) return
    this.#stopLooking ??= this.#nextFrame(() => this.#look())
  }

  #look(): void {
    this.#stopLooking = null
    const before = this.#byPlace
    this.#byPlace = readCarets(this.#awareness)
    for (const place of new Set([...before.keys(), ...this.#byPlace.keys()])) {
      if (before.get(place)?.summary !== this.#byPlace.get(place)?.summary) this.#listeners.get(place)?.()
    }
  }
}

function readCarets(awareness: Awareness): Map<string, Here> {
  const byPlace = new Map<string, CaretHere[]>()
  for (const [clientId, state] of awareness.getStates()) {
    const read = caret.safeParse(state.cursor)
    if (clientId === awareness.clientID || !read.success) continue
    const here = byPlace.get(read.data.in) ?? []
    byPlace.set(read.data.in, here)
    here.push({ clientId, at: read.data, state })
  }
  return new Map([...byPlace].map(([place, carets]) => [place, { carets, summary: summaryOf(carets) }]))
}

/** What of carets is drawn. */
const summaryOf = (carets: readonly CaretHere[]) =>
  JSON.stringify(carets.map(({ clientId, at, state }) => [clientId, at, state.user]))
