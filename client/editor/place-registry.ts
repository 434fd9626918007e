import type { Editor } from '@tiptap/core'

/** One text on the paper, as its neighbours know it. */
export type TextPlace = {
  /** Name of its fragment: `article:<id>`. */
  name: string
  /** Puts the caret at the start or the end; makes the editor first where there is none yet. */
  focus(at: CaretAt): void
}

/** `new`: in a new paragraph at the end. */
export type CaretAt = 'start' | 'end' | 'new'

/**
 * The texts on one paper: which come before and after another, and which one is being written in. The order is the caller's
 * list of names, since articles move.
 */
export type PlaceRegistry = {
  add(place: TextPlace): () => void
  /** Sets the order of reading. */
  order(names: readonly string[]): void
  /** Moves the caret to the text before (-1) or after (1); false when there is none. */
  cross(from: string, direction: -1 | 1): boolean
  focus(name: string, at: CaretAt): boolean
  /** Begins a new paragraph at the end of a text; false when there is no such text. */
  append(name: string): boolean
  /** The editor that has, or last had, the caret; null when the person left the texts. */
  active(): Editor | null
  activate(editor: Editor): void
  deactivate(editor?: Editor): void
  subscribe(listener: () => void): () => void
}

export function createPlaceRegistry(): PlaceRegistry {
  const places = new Map<string, TextPlace>()
  const listeners = new Set<() => void>()
  let names: readonly string[] = []
  let active: Editor | null = null
  const setActive = (editor: Editor | null) => {
    if (editor === active) return
    active = editor
    for (const listener of [...listeners]) listener()
  }
  const focus = (name: string, at: CaretAt): boolean => {
    const place = places.get(name)
    place?.focus(at)
    return place !== undefined
  }
  return {
    add: (place) => {
      places.set(place.name, place)
      return () => {
        if (places.get(place.name) === place) places.delete(place.name)
      }
    },
    order: (next) => {
      names = next
    },
    cross: (from, direction) => {
      const index = names.indexOf(from)
      const next = index < 0 ? undefined : names[index + direction]
      return next !== undefined && focus(next, direction === 1 ? 'start' : 'end')
    },
    focus,
    append: (name) => focus(name, 'new'),
    active: () => active,
    activate: setActive,
    deactivate: (editor) => {
      if (editor === undefined || editor === active) setActive(null)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
