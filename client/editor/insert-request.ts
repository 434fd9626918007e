import type { EditorView } from '@tiptap/pm/view'
import type { Piece } from '../../shared/editor/insert.ts'

/** Something that can be put into the text, as it is offered: "begindatum", with what it shows now. */
export type InsertChoice = { group: string; label: string; detail: string | null; piece: Piece }

/** Where somebody asked to insert something. `typed` is what stood for it in the text and comes back when nothing is chosen. */
export type InsertRequest = { view: EditorView; typed: string }

export type InsertRequests = {
  get(): InsertRequest | null
  open(request: InsertRequest): void
  close(): void
  subscribe(listener: () => void): () => void
}

export function createInsertRequests(): InsertRequests {
  let request: InsertRequest | null = null
  const listeners = new Set<() => void>()
  const set = (next: InsertRequest | null) => {
    request = next
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => request,
    open: set,
    close: () => set(null),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** Those that hold every word of the question, in capitals or not, with accents or not; the ones that begin with it first. */
export function choicesFor(question: string, choices: readonly InsertChoice[]): InsertChoice[] {
  const words = plain(question).split(/\s+/).filter(Boolean)
  const found = choices.filter(({ group, label, detail }) => {
    const text = plain(`${label} ${detail ?? ''} ${group}`)
    return words.every((word) => text.includes(word))
  })
  const begins = ({ label }: InsertChoice) => Number(plain(label).startsWith(plain(question).trim()))
  if (words.length === 0) return found
  // Groups stay together: the group with the best match comes first.
  const best = new Map<string, number>()
  for (const choice of found) best.set(choice.group, Math.max(best.get(choice.group) ?? 0, begins(choice)))
  return found.sort(
    (a, b) =>
      (best.get(b.group) ?? 0) - (best.get(a.group) ?? 0) ||
      (a.group === b.group ? begins(b) - begins(a) : 0),
  )
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('nl')
